import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { Assistant } from '../../assistant/assistant.ts';
import type { Log } from '../../log.ts';
import { apiRoutes, jsonError } from './api.ts';
import { isAssetName, loadAssets } from './assets.ts';
import { limitBody } from './limits.ts';
import { noticePage, pageRoutes } from './pages.ts';
import { pressRoutes } from './presses.ts';
import { quizRoutes } from './quiz-pages.ts';
import { internalFault, NO_SUCH_PAGE, type Rejection } from './rejection.ts';
import { securityHeaders } from './security-headers.ts';

/** An address that another part of Otto answers, such as a bot's webhook; it takes POST only. */
export interface MountedRoute {
  readonly path: string;
  readonly handle: (request: globalThis.Request) => Promise<Response>;
}

/** What the web pages and the API are made from. */
export interface WebParts {
  readonly assistant: Assistant;
  readonly log: Log;
  readonly routes: readonly MountedRoute[];
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number;
  /** 16 random bytes in base64url. */
  readonly newSessionId: () => string;
}

/** All that the server answers, as a function from request to response. */
export function createWebApp({ assistant, log, routes, now, newSessionId }: WebParts): Hono {
  const assets = loadAssets();
  const app = new Hono();
  app.use(securityHeaders());
  for (const { path, handle } of routes) app.post(path, limitBody(), (context) => handle(context.req.raw));
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/assets/:name', etag(), (context) => {
    const name = context.req.param('name');
    if (!isAssetName(name)) return context.notFound();
    const { content, type, version } = assets[name];
    const isPinned = context.req.query('v') === version;
    return context.body(content, 200, {
      'Content-Type': type,
      'Cache-Control': isPinned ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
  app.route('/api', apiRoutes({ assistant, now, newSessionId }));
  const parts = { assistant, assets, newSessionId };
  for (const routes of [pageRoutes, quizRoutes, pressRoutes]) app.route('/', routes(parts));

  const fail = (path: string, rejection: Rejection) =>
    path.startsWith('/api/') ? jsonError(rejection) : noticePage(rejection, assets);
  app.notFound(({ req: { path } }) => fail(path, NO_SUCH_PAGE));
  app.onError((error, { req: { path } }) => {
    const faultId = newSessionId().slice(0, 8);
    log.error({ err: error, faultId }, 'a page failed');
    return fail(path, internalFault(faultId));
  });
  return app;
}
