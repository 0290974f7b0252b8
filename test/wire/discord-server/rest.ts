import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { ApiError, checked } from './api-error.ts';
import { createMessage } from './channel-routes.ts';
import { commandList, commandPayload } from './command-rules.ts';
import { acknowledge, deleteOriginal, editOriginal, followUp } from './interaction-routes.ts';
import type { StoredMessage, World } from './world.ts';

/** A refusal to give once, to the next request that matches. */
export interface PlannedRefusal {
  readonly method: string;
  readonly path: RegExp;
  readonly error: ApiError;
}

/** A refusal for too many requests; `retryAfter` in seconds. */
export function tooManyRequests(retryAfter: number): ApiError {
  const error = new ApiError(429, 0, 'You are being rate limited.', {
    headers: { 'retry-after': String(retryAfter), 'x-ratelimit-scope': 'user' },
  });
  return Object.assign(error, { body: { message: error.message, retry_after: retryAfter, global: false } });
}

/** What the REST API needs. */
export interface RestParts {
  readonly world: World;
  readonly gatewayUrl: () => string;
  readonly onMessage: (message: StoredMessage) => void;
  readonly planned: PlannedRefusal[];
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Whether the address itself authorises, by an interaction's token. */
  readonly open?: true;
  readonly answer: (groups: readonly string[], body: unknown) => unknown;
}

/** The REST API, version 10, as far as a bot like Otto uses it. */
export function restHandler({ world, gatewayUrl, onMessage, planned }: RestParts) {
  const commands = () => world.commands.map((command) => commandPayload(command, world.applicationId));
  const routes: readonly Route[] = [
    {
      method: 'GET',
      path: /^\/gateway\/bot$/,
      answer: () => ({
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
      }),
    },
    { method: 'GET', path: /^\/applications\/\d+\/commands$/, answer: commands },
    {
      method: 'PUT',
      path: /^\/applications\/\d+\/commands$/,
      answer: (_, body) => {
        world.commands = checked(commandList, body).map((command) => Object.assign(command, { id: world.ids.next() }));
        return commands();
      },
    },
    {
      method: 'POST',
      path: /^\/channels\/(\d+)\/messages$/,
      answer: ([channelId = ''], body) => createMessage(world, channelId, body, onMessage),
    },
    {
      method: 'POST',
      path: /^\/interactions\/(\d+)\/([\w-]+)\/callback$/,
      open: true,
      answer: ([id = '', token = ''], body) => acknowledge(world, id, token, body),
    },
    {
      method: 'POST',
      path: /^\/webhooks\/\d+\/([\w-]+)$/,
      open: true,
      answer: ([token = ''], body) => followUp(world, token, body),
    },
    {
      method: 'PATCH',
      path: /^\/webhooks\/\d+\/([\w-]+)\/messages\/@original$/,
      open: true,
      answer: ([token = ''], body) => editOriginal(world, token, body),
    },
    {
      method: 'DELETE',
      path: /^\/webhooks\/\d+\/([\w-]+)\/messages\/@original$/,
      open: true,
      answer: ([token = '']) => deleteOriginal(world, token),
    },
  ];

  function answer(request: IncomingMessage, path: string, body: unknown): unknown {
    const index = planned.findIndex((each) => each.method === request.method && each.path.test(path));
    const [refusal] = index < 0 ? [] : planned.splice(index, 1);
    if (refusal) throw refusal.error;
    const route = routes.find((each) => each.method === request.method && each.path.test(path));
    if (!route) throw new ApiError(404, 0, '404: Not Found');
    if (!route.open && request.headers.authorization !== `Bot ${world.token}`)
      throw new ApiError(401, 0, '401: Unauthorized');
    return route.answer((route.path.exec(path) ?? []).slice(1), body);
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).replace(
      /^\/api\/v10/,
      '',
    );
    const raw = await text(request);
    const body = parsed(raw);
    const send = (status: number, content: unknown, headers: Readonly<Record<string, string>> = {}) => {
      world.requests.push({ method: request.method ?? '', path, body, status });
      response.writeHead(status, { ...(content !== undefined && { 'content-type': 'application/json' }), ...headers });
      response.end(content === undefined ? undefined : JSON.stringify(content));
      world.changed();
    };
    try {
      if (body === undefined && raw !== '') throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
      const content = answer(request, path, body);
      send(content === undefined ? 204 : 200, content);
    } catch (error) {
      if (error instanceof ApiError) send(error.status, error.body, error.headers);
      else send(500, { code: 0, message: `The wire server failed: ${String(error)}` });
    }
  };
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}
