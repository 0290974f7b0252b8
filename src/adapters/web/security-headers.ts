import { secureHeaders } from 'hono/secure-headers';

/**
 * Headers that keep the page to itself: nothing from elsewhere is loaded, nothing inline runs, nobody frames it, and no
 * address with a question in it is told to the sources that a reader opens. Strict-Transport-Security is left to the proxy
 * that adds TLS, as Otto itself speaks plain HTTP on a loopback address.
 */
export function securityHeaders() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      // A picture of a reply, such as a chart, stands within the page itself.
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
    },
    // Not no-referrer, with which browsers hide the origin of Otto's own forms from Otto.
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: false,
    xXssProtection: false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
  });
}
