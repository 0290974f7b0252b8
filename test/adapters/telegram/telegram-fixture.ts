import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createTelegramAdapter, type TelegramAdapter } from '../../../src/adapters/telegram/index.ts';
import { REAL_TIMING, type Timing } from '../../../src/adapters/telegram/timing.ts';
import { startTelegramServer, type TelegramServer } from '../../wire/telegram-server/index.ts';
import { ScriptedAssistant } from './scripted-assistant.ts';

/** Otto's adapter, with the real telegraf, on the loopback server. */
export interface TelegramFixture {
  readonly server: TelegramServer;
  readonly assistant: ScriptedAssistant;
  readonly adapter: TelegramAdapter;
  /** The lines of the log, as JSON. */
  readonly logLines: readonly string[];
  /** How long the adapter wanted to wait each time, in milliseconds. */
  readonly pauses: readonly number[];
}

export interface FixtureOptions {
  readonly token?: string;
  readonly webhookUrl?: string;
  /** By default, pauses are remembered and nearly skipped. */
  readonly timing?: Timing;
  /** A server that a former adapter used. */
  readonly server?: TelegramServer;
}

/** Makes an adapter that isn't started yet; everything ends with the test. */
export async function telegramFixture(options: FixtureOptions = {}): Promise<TelegramFixture> {
  const server = options.server ?? (await startTelegramServer());
  const assistant = new ScriptedAssistant();
  const logLines: string[] = [];
  const pauses: number[] = [];
  const adapter = createTelegramAdapter({
    assistant,
    config: {
      token: options.token ?? server.token,
      apiRoot: server.apiRoot,
      ...(options.webhookUrl !== undefined && { webhookUrl: options.webhookUrl }),
    },
    log: pino({ level: 'debug', base: {} }, { write: (line: string) => void logLines.push(line) }),
    timing: options.timing ?? shortPauses(pauses),
    newFaultId: () => 'fault-1',
  });
  onTestFinished(async () => {
    await adapter.stop();
    if (!options.server) await server.goDown();
  });
  return { server, assistant, adapter, logLines, pauses };
}

/** A started adapter, ready for people. */
export async function startedFixture(options: FixtureOptions = {}): Promise<TelegramFixture> {
  const fixture = await telegramFixture(options);
  await fixture.adapter.start();
  return fixture;
}

/** Remembers how long each pause was meant to be, and makes a fiftieth of it. */
export function shortPauses(pauses: number[]): Timing {
  return {
    sleep: async (milliseconds, signal) => {
      pauses.push(milliseconds);
      await REAL_TIMING.sleep(milliseconds / 50, signal);
    },
    random: () => 0.5,
  };
}
