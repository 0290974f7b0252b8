import { createAdaptorServer } from '@hono/node-server';
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Assistant } from '../../assistant/assistant.ts';
import type { WebConfig } from '../../config.ts';
import type { Log } from '../../log.ts';
import type { Adapter } from '../adapter.ts';
import { AdapterError } from '../errors.ts';
import { WEB_LIMITS } from './limits.ts';
import { createWebApp, type MountedRoute } from './web-app.ts';

export type { MountedRoute } from './web-app.ts';

/** The web page and its API. */
export interface WebAdapter extends Adapter {
  /** Where the page is, such as `http://127.0.0.1:3000`; known after {@link Adapter.start}. */
  readonly address: () => string;
}

/** Otto on the web: one page rendered on the server, a JSON API, and whatever routes the app mounts beside them. */
export function createWebAdapter({
  assistant,
  config,
  log,
  routes = [],
}: {
  readonly assistant: Assistant;
  readonly config: WebConfig;
  readonly log: Log;
  readonly routes?: readonly MountedRoute[];
}): WebAdapter {
  const app = createWebApp({
    assistant,
    log,
    routes,
    now: () => performance.now(),
    newSessionId: () => randomBytes(16).toString('base64url'),
  });
  // Given node:http's createServer, the library makes that kind of server; its type leaves HTTP/2 open.
  const server = createAdaptorServer({
    fetch: app.fetch,
    createServer,
    serverOptions: { maxHeaderSize: WEB_LIMITS.headerBytes },
  }) as Server;
  server.on('clientError', refuseMalformed);

  return {
    name: 'web',
    capabilities: {
      maxTextLength: Infinity,
      maxButtonLabel: Infinity,
      maxButtons: Infinity,
      privateReply: true,
      editInPlace: false,
      autocomplete: true,
      nativeQuiz: false,
      threads: false,
    },
    address: () => addressOf(server, config.host),
    start: () => listen(server, config),
    stop: () => close(server),
  };
}

function listen(server: Server, { host, port }: WebConfig): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): AdapterError {
  switch (error.code ?? '') {
    case 'EADDRINUSE':
      return new AdapterError(
        `Port ${port} on ${host} is taken by another program. Set PORT to another port, or to 0 for any free one.`,
        { cause: error },
      );
    case 'EACCES':
      return new AdapterError(`Port ${port} may not be opened by this user. Set PORT to one from 1024 up.`, {
        cause: error,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new AdapterError(
        `HOST ${host} is no address of this machine, expected one such as 127.0.0.1 or 0.0.0.0.`,
        {
          cause: error,
        },
      );
    default:
      return new AdapterError(`The web page cannot be served on ${host} port ${port}: ${error.message}`, {
        cause: error,
      });
  }
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  });
  // A client that keeps its connection open and sends nothing must not keep Otto from leaving.
  const timer = setTimeout(() => server.closeAllConnections(), WEB_LIMITS.stopGraceMs);
  await closed.finally(() => clearTimeout(timer));
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new AdapterError('The web page has no address yet, expected to be asked after it started.');
  }
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const name = isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${address.port}`;
}

/** Answers what is not HTTP, or is too long to be read, where Node would close with an empty body. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) return;
  const [status, text] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [
          '431 Request Header Fields Too Large',
          `The address is too long. Ask in at most ${WEB_LIMITS.questionLength} characters.`,
        ]
      : ['400 Bad Request', 'That is not an HTTP request.'];
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
  );
}
