import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A port that is free now: Telegram must be told the webhook's address before Otto listens on it. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo; // a TCP server's address is never a string
  probe.close();
  await once(probe, 'close');
  return port;
}
