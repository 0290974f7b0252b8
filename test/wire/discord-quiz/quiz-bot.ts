import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDiscordServer, type DiscordServer } from '../discord-server/index.ts';
import { startOtto, type RunningOtto } from '../otto-process.ts';
import { TestClock } from '../test-clock.ts';

/** A token of the right form that is nobody's. */
const TOKEN = 'MTIzNDU2.abcdef.not-a-real-token';

/** A Monday morning. */
const START = Date.UTC(2026, 10, 23, 8, 0);

/** Discord with Otto's processes on it, which share one database and one clock. */
export interface QuizBot {
  readonly server: DiscordServer;
  readonly clock: TestClock;
  /** Starts a process and waits until it is on Discord. */
  readonly start: () => Promise<RunningOtto>;
  /** Stops all processes, and Discord. */
  readonly close: () => Promise<void>;
}

/** Starts Discord on the loopback interface; no Otto yet. */
export async function createQuizBot(): Promise<QuizBot> {
  const clock = new TestClock(START);
  const server = await startDiscordServer({ token: TOKEN, now: clock.now });
  const folder = await mkdtemp(join(tmpdir(), 'otto-discord-quiz-'));
  const running = new Set<RunningOtto>();
  return {
    server,
    clock,
    start: async () => {
      const sessions = server.gateway.identified.length;
      const otto = await startOtto(
        {
          DISCORD_BOT_TOKEN: TOKEN,
          DISCORD_API_URL: server.apiUrl,
          DATABASE_URL: `sqlite:${join(folder, 'otto.db')}`,
        },
        clock,
      );
      running.add(otto);
      await server.world.until('a session', () => server.gateway.identified.length > sessions, 20_000);
      await server.world.until('the commands', () => server.world.commands.length > 0);
      return otto;
    },
    close: async () => {
      await Promise.all([...running].map((otto) => otto.stop()));
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
