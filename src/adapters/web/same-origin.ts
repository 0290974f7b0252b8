/**
 * Whether a request comes from a page of this server itself, by what the browser says of it and no page can change
 * (https://www.w3.org/TR/fetch-metadata/). Browsers leave Sec-Fetch-Site out on plain HTTP beyond loopback; there the
 * Origin tells. What sends neither is no browser that somebody pressed a button in.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  // By host alone: a proxy that adds TLS changes the scheme.
  return origin !== null && URL.parse(origin)?.host === headers.get('host');
}
