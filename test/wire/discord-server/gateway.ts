import type { RawData, WebSocket } from 'ws';
import { guildPayload, userPayload } from './payloads.ts';
import type { World } from './world.ts';

const OP = Object.freeze({
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  acknowledged: 11,
});

/** Intents that must be allowed in the developer portal: members, presences, message content. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

/** Intents by the names of the events that come only with them. */
export const INTENT = Object.freeze({
  guilds: 1,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
});

interface Dispatched {
  readonly sequence: number;
  readonly name: string;
  readonly data: unknown;
}

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly events: Dispatched[];
  socket: WebSocket | undefined;
}

interface Command {
  readonly op: number;
  readonly d: {
    readonly token?: string;
    readonly intents?: number;
    readonly session_id?: string;
    readonly seq?: number;
  };
}

/** What the gateway is made from. */
export interface GatewayParts {
  readonly world: World;
  readonly url: () => string;
  /** Bits of {@link PRIVILEGED} and others that the portal doesn't allow this bot. */
  readonly disallowedIntents: number;
}

/**
 * The gateway: hello, identify, ready, heartbeats, resuming with replay, and dispatches.
 *
 * @see https://docs.discord.com/developers/events/gateway
 */
export class Gateway {
  readonly #parts: GatewayParts;
  readonly #sessions = new Map<string, Session>();
  readonly #sockets = new Set<WebSocket>();
  /** Intents of every identify, in order. */
  readonly identified: number[] = [];
  resumed = 0;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
  }

  /** Takes a new connection. */
  accept(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      for (const session of this.#sessions.values()) if (session.socket === socket) session.socket = undefined;
      this.#parts.world.changed();
    });
    socket.on('message', (data) => this.#receive(socket, data));
    send(socket, OP.hello, { heartbeat_interval: 41_250 });
  }

  /** Sends an event to every session whose intents include it; kept for sessions that are away until they resume. */
  dispatch(name: string, intent: number, data: unknown): void {
    for (const session of this.#sessions.values()) {
      if (intent === 0 || session.intents & intent) this.#push(session, name, data);
    }
  }

  /** Whether a bot is connected and identified. */
  get connected(): boolean {
    return [...this.#sessions.values()].some(({ socket }) => socket);
  }

  /** Breaks all connections as a lost network does, or closes them with a code. */
  drop(code?: number): void {
    for (const socket of this.#sockets) {
      if (code === undefined) socket.terminate();
      else socket.close(code);
    }
  }

  /** Forgets all sessions, as Discord does after a while. */
  forgetSessions(): void {
    this.#sessions.clear();
  }

  /** Tells all bots to reconnect. */
  askToReconnect(): void {
    for (const socket of this.#sockets) send(socket, OP.reconnect, null);
  }

  #receive(socket: WebSocket, data: RawData): void {
    const text = Buffer.isBuffer(data) ? data.toString() : '';
    if (text.length > 4096) return socket.close(4002, 'Error while decoding payload.');
    const { op, d } = JSON.parse(text) as Command; // a bot that sends anything else fails in the cases below
    switch (op) {
      case OP.heartbeat:
        return send(socket, OP.acknowledged, undefined);
      case OP.identify:
        return this.#identify(socket, d);
      case OP.resume:
        return this.#resume(socket, d);
      case OP.presence:
        return undefined;
      default:
        return socket.close(4001, 'Unknown opcode.');
    }
  }

  #identify(socket: WebSocket, { token, intents = 0 }: Command['d']): void {
    const { world, url, disallowedIntents } = this.#parts;
    if (token !== world.token) return socket.close(4004, 'Authentication failed.');
    if (intents & (PRIVILEGED | disallowedIntents)) return socket.close(4014, 'Disallowed intent(s).');
    if ([...this.#sessions.values()].some((session) => session.socket === socket))
      return socket.close(4005, 'Already authenticated.');
    this.identified.push(intents);
    const session: Session = { id: world.ids.next(), intents, events: [], socket };
    this.#sessions.set(session.id, session);
    this.#push(session, 'READY', {
      v: 10,
      user: userPayload(world.bot),
      guilds: [{ id: world.guildId, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: url(),
      application: { id: world.applicationId, flags: 0 },
      shard: [0, 1],
    });
    this.#push(session, 'GUILD_CREATE', guildPayload(world));
    world.changed();
  }

  #resume(socket: WebSocket, { token, session_id = '', seq = 0 }: Command['d']): void {
    const { world } = this.#parts;
    if (token !== world.token) return socket.close(4004, 'Authentication failed.');
    const session = this.#sessions.get(session_id);
    if (!session) return send(socket, OP.invalidSession, false);
    session.socket = socket;
    for (const event of session.events.filter(({ sequence }) => sequence > seq)) sendEvent(socket, event);
    this.#push(session, 'RESUMED', {});
    this.resumed += 1;
    world.changed();
  }

  #push(session: Session, name: string, data: unknown): void {
    const event = { sequence: session.events.length + 1, name, data };
    session.events.push(event);
    if (session.socket) sendEvent(session.socket, event);
  }
}

function sendEvent(socket: WebSocket, { sequence, name, data }: Dispatched): void {
  socket.send(JSON.stringify({ op: OP.dispatch, s: sequence, t: name, d: data }));
}

function send(socket: WebSocket, op: number, d: unknown): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}
