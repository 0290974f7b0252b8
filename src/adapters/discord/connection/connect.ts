import { Events, type Client } from 'discord.js';
import type { Log } from '../../../log.ts';
import { PlatformRefusal } from '../../errors.ts';
import { connectionFailure } from '../failures.ts';
import { pauseAfter, type Wait } from '../pause.ts';

/** What connecting needs. */
export interface ConnectParts {
  /** Makes a client that has its listeners; a client whose login failed can't be used again. */
  readonly newClient: () => Client;
  readonly token: string;
  readonly log: Log;
  readonly wait: Wait;
  /** Gives up when it aborts. */
  readonly signal: AbortSignal;
}

/**
 * Logs in and waits until Discord is ready, trying again with growing pauses while it can't be reached.
 *
 * @returns the client; `undefined` when the signal aborted first
 * @throws {PlatformRefusal} when trying again won't help
 */
export async function connect({
  newClient,
  token,
  log,
  wait,
  signal,
}: ConnectParts): Promise<Client<true> | undefined> {
  const giveUp = aborted(signal);
  for (let failures = 1; !signal.aborted; failures += 1) {
    const client = newClient();
    let finalClose: number | undefined;
    client.on(Events.ShardDisconnect, ({ code }) => {
      finalClose = code;
    });
    try {
      const ready = await Promise.race([login(client, token), giveUp]);
      if (ready) return ready;
      await client.destroy();
    } catch (error) {
      await client.destroy();
      const failure = connectionFailure(error, finalClose);
      if (failure instanceof PlatformRefusal) throw failure;
      const milliseconds = pauseAfter(failures);
      log.warn({ err: failure, failures, milliseconds }, 'Discord cannot be reached, trying again');
      await wait(milliseconds, signal);
    }
  }
  return undefined;
}

async function login(client: Client, token: string): Promise<Client<true>> {
  // Listening comes first, because the client can be ready before login() has returned.
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  return ready;
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
