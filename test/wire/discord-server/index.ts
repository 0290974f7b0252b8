import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { Gateway, INTENT } from './gateway.ts';
import { channelPayload, messagePayload } from './payloads.ts';
import { Person } from './person.ts';
import { restHandler, type PlannedRefusal } from './rest.ts';
import { World, type Channel, type Member, type StoredMessage } from './world.ts';

export { ApiError } from './api-error.ts';
export type { Exchange } from './exchange.ts';
export { INTENT } from './gateway.ts';
export type { Person } from './person.ts';
export { tooManyRequests } from './rest.ts';
export { FLAGS, type Channel, type Member, type StoredMessage } from './world.ts';

/** How the server behaves. */
export interface ServerOptions {
  /** The only token it takes. */
  readonly token: string;
  /** Intents that it refuses with 4014 besides the privileged ones. */
  readonly disallowedIntents?: number;
  readonly now?: () => number;
}

/** Discord on the loopback interface: REST version 10 and the gateway, refusing what the real one refuses. */
export interface DiscordServer {
  /** For `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly world: World;
  readonly gateway: Gateway;
  /** Somebody new in the guild. */
  readonly person: (name: string, member?: Member) => Person;
  /** Refuses the next request that matches. */
  readonly refuseNext: (refusal: PlannedRefusal) => void;
  /** Cuts or restores the network: while it is cut, connections break at once. */
  readonly cutNetwork: (isCut: boolean) => void;
  /** Waits until a bot is connected. */
  readonly connected: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** Starts the server on a free port. */
export async function startDiscordServer({
  token,
  disallowedIntents = 0,
  now = Date.now,
}: ServerOptions): Promise<DiscordServer> {
  const world = new World(token, now);
  const planned: PlannedRefusal[] = [];
  let isCut = false;
  const http = createServer();
  http.on('connection', (socket) => {
    if (isCut) socket.destroy();
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo; // a server that listens on a port has one
  const url = () => `ws://127.0.0.1:${port}/gateway`;
  const gateway = new Gateway({ world, url, disallowedIntents });
  const onMessage = (message: StoredMessage) =>
    gateway.dispatch('MESSAGE_CREATE', INTENT.guildMessages, {
      ...messagePayload(world, message),
      guild_id: world.guildId,
    });
  const onThread = ({ id }: Channel) => gateway.dispatch('THREAD_CREATE', INTENT.guilds, channelPayload(world, id));
  http.on('request', restHandler({ world, gatewayUrl: url, onMessage, onThread, planned }));
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket) => gateway.accept(socket));

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    world,
    gateway,
    person: (name, member) => new Person(world, gateway, name, member),
    refuseNext: (refusal) => planned.push(refusal),
    cutNetwork: (cut) => {
      isCut = cut;
      if (!cut) return;
      gateway.drop();
      http.closeAllConnections();
    },
    connected: () => world.until('a connection', () => gateway.connected),
    close: async () => {
      gateway.drop();
      sockets.close();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}
