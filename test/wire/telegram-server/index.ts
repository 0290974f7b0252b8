import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readParameters } from './call-parameters.ts';
import { Faults } from './faults.ts';
import { METHOD_HANDLERS } from './methods/index.ts';
import type { ApiCall } from './model.ts';
import { People } from './people.ts';
import { Refusal } from './refusal.ts';
import { checkCall } from './schema.ts';
import { UpdateFeed } from './update-feed.ts';
import { World } from './world.ts';

export type { Account, ApiCall, ChatState, InlineMessage, InlineResult, SentMessage, SentPoll } from './model.ts';

/** The token that the server accepts. */
export const TEST_TOKEN = '123456789:AAE-test-token-of-the-loopback-server';

/** A server on loopback that speaks the Bot API and refuses what Telegram refuses. */
export class TelegramServer {
  readonly token = TEST_TOKEN;
  readonly faults = new Faults();
  readonly feed = new UpdateFeed();
  readonly world = new World({ id: 123456789, is_bot: true, first_name: 'Otto', username: 'otto_test_bot' });
  readonly people = new People(this.world, this.feed);
  /** Every call that the bot made, oldest first. */
  readonly calls: ApiCall[] = [];
  readonly #server: Server = createServer((request, response) => void this.#handle(request, response));
  #port = 0;

  /** What TELEGRAM_API_ROOT is set to. */
  get apiRoot(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Calls of one method, oldest first. */
  callsOf(method: string): readonly ApiCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** Calls that were refused though no fault was planned: mistakes of the bot. */
  get mistakes(): readonly ApiCall[] {
    return this.calls.filter(({ refusal }) => refusal !== undefined);
  }

  /** Begins to listen; after {@link goDown}, on the same port as before. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port; // a TCP server's address is never a string
  }

  /** Breaks every connection and listens no more. */
  async goDown(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token = '', method = ''] = /^\/bot([^/]*)\/(\w+)/.exec(request.url ?? '') ?? [];
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    let call: ApiCall | undefined;
    try {
      const parameters = await readParameters(request, method);
      if (token !== this.token)
        throw new Refusal(/^\d+:[\w-]+$/.test(token) ? 401 : 404, /^\d+:/.test(token) ? 'Unauthorized' : 'Not Found');
      const at = Math.round(performance.now());
      call = { method, parameters, at };
      this.calls.push(call);
      const fault = this.faults.next(method, at);
      if (fault?.type === 'drop') return void request.socket.destroy();
      if (fault) return answer(response, refusalBody(fault.refusal), fault.refusal.code);
      checkCall(method, parameters);
      const result = await METHOD_HANDLERS.get(method)?.(parameters, this, gone.signal);
      if (!gone.signal.aborted) answer(response, { ok: true, result }, 200);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, `Internal Server Error: ${String(error)}`);
      if (call) call.refusal = refusal.message;
      answer(response, refusalBody(refusal), refusal.code);
    }
  }
}

/** Starts a server on a free port of loopback. */
export async function startTelegramServer(): Promise<TelegramServer> {
  const server = new TelegramServer();
  await server.listen();
  return server;
}

function refusalBody({ code, message, parameters }: Refusal) {
  return { ok: false, error_code: code, description: message, ...(parameters && { parameters }) };
}

function answer(response: ServerResponse, body: unknown, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
