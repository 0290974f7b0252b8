import { pino } from 'pino';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { createDiscordAdapter, type DiscordParts } from '../../../src/adapters/discord/index.ts';
import { startDiscordServer, type DiscordServer, type ServerOptions } from '../../wire/discord-server/index.ts';
import { ScriptedAssistant } from './scripted-assistant.ts';

/** A token of the right form that is nobody's. */
export const TOKEN = 'MTIzNDU2.abcdef.not-a-real-token';

/** The adapter on the loopback Discord. */
export interface Bot {
  readonly server: DiscordServer;
  readonly assistant: ScriptedAssistant;
  readonly adapter: Adapter;
  /** Lines of the log, as written. */
  readonly log: string[];
  readonly stop: () => Promise<void>;
}

/** Makes the adapter and a server for it; the test starts it. */
export async function createBot(
  parts: Partial<Pick<DiscordParts, 'wait' | 'config'>> = {},
  options: Partial<ServerOptions> = {},
): Promise<Bot> {
  const server = await startDiscordServer({ token: TOKEN, ...options });
  const assistant = new ScriptedAssistant();
  const log: string[] = [];
  const adapter = createDiscordAdapter({
    assistant,
    config: { token: TOKEN, apiUrl: server.apiUrl },
    log: pino({ level: 'debug' }, { write: (line: string) => log.push(line) }),
    ...parts,
  });
  const stop = async () => {
    await adapter.stop();
    await server.close();
  };
  return { server, assistant, adapter, log, stop };
}
