import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { ApiError, checked } from './api-error.ts';
import { createMessage, createThread, editMessage, openDirectChannel } from './channel-routes.ts';
import { commandList, commandPayload } from './command-rules.ts';
import { acknowledge, deleteOriginal, editOriginal, followUp } from './interaction-routes.ts';
import { readSent, type Sent } from './uploads.ts';
import type { Channel, StoredMessage, World } from './world.ts';

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
  readonly onThread: (thread: Channel) => void;
  readonly planned: PlannedRefusal[];
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Whether the address itself authorises, by an interaction's token. */
  readonly open?: true;
  readonly answer: (groups: readonly string[], sent: Sent) => unknown;
}

/** The REST API, version 10, as far as a bot like Otto uses it. */
export function restHandler({ world, gatewayUrl, onMessage, onThread, planned }: RestParts) {
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
      answer: (_, { body }) => {
        world.commands = checked(commandList, body).map((command) => Object.assign(command, { id: world.ids.next() }));
        return commands();
      },
    },
    {
      method: 'POST',
      path: /^\/channels\/(\d+)\/messages$/,
      answer: ([channelId = ''], sent) => createMessage(world, channelId, sent, onMessage),
    },
    {
      method: 'PATCH',
      path: /^\/channels\/(\d+)\/messages\/(\d+)$/,
      answer: ([channelId = '', messageId = ''], sent) => editMessage(world, channelId, messageId, sent),
    },
    {
      method: 'POST',
      path: /^\/channels\/(\d+)\/threads$/,
      answer: ([channelId = ''], { body }) => createThread(world, channelId, body, onThread),
    },
    {
      method: 'POST',
      path: /^\/users\/@me\/channels$/,
      answer: (_, { body }) => openDirectChannel(world, body),
    },
    {
      method: 'POST',
      path: /^\/interactions\/(\d+)\/([\w-]+)\/callback$/,
      open: true,
      answer: ([id = '', token = ''], sent) => acknowledge(world, id, token, sent),
    },
    {
      method: 'POST',
      path: /^\/webhooks\/\d+\/([\w-]+)$/,
      open: true,
      answer: ([token = ''], sent) => followUp(world, token, sent),
    },
    {
      method: 'PATCH',
      path: /^\/webhooks\/\d+\/([\w-]+)\/messages\/@original$/,
      open: true,
      answer: ([token = ''], sent) => editOriginal(world, token, sent),
    },
    {
      method: 'DELETE',
      path: /^\/webhooks\/\d+\/([\w-]+)\/messages\/@original$/,
      open: true,
      answer: ([token = '']) => deleteOriginal(world, token),
    },
  ];

  function answer(request: IncomingMessage, path: string, sent: Sent): unknown {
    const index = planned.findIndex((each) => each.method === request.method && each.path.test(path));
    const [refusal] = index < 0 ? [] : planned.splice(index, 1);
    if (refusal) throw refusal.error;
    const route = routes.find((each) => each.method === request.method && each.path.test(path));
    if (!route) throw new ApiError(404, 0, '404: Not Found');
    if (!route.open && request.headers.authorization !== `Bot ${world.token}`)
      throw new ApiError(401, 0, '401: Unauthorized');
    return route.answer((route.path.exec(path) ?? []).slice(1), sent);
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).replace(
      /^\/api\/v10/,
      '',
    );
    const raw = await buffer(request);
    let body: unknown;
    const send = (status: number, content: unknown, headers: Readonly<Record<string, string>> = {}) => {
      world.requests.push({ method: request.method ?? '', path, body, status });
      response.writeHead(status, { ...(content !== undefined && { 'content-type': 'application/json' }), ...headers });
      response.end(content === undefined ? undefined : JSON.stringify(content));
      world.changed();
    };
    try {
      const sent = await readSent(raw, request.headers['content-type']);
      body = sent.body;
      const content = answer(request, path, sent);
      send(content === undefined ? 204 : 200, content);
    } catch (error) {
      if (error instanceof ApiError) send(error.status, error.body, error.headers);
      else send(500, { code: 0, message: `The wire server failed: ${String(error)}` });
    }
  };
}
