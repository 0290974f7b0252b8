import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startOtto, type RunningOtto } from '../otto-process.ts';
import { startTelegramServer, type TelegramServer } from '../telegram-server/index.ts';
import { TestClock } from '../test-clock.ts';

/** Otto on Telegram with a database that outlives his process, by a clock that the test moves. */
export interface QuizBot {
  readonly server: TelegramServer;
  readonly clock: TestClock;
  /** Starts another process on the same database. */
  readonly start: (environment?: Readonly<Record<string, string>>) => Promise<RunningOtto>;
}

/** Noon, so that a test's day doesn't end while it runs. */
const NOON = Date.UTC(2026, 10, 23, 12);

/** A server and a database, without Otto; everything ends with the test. */
export async function quizBot(databaseUrl?: string): Promise<QuizBot> {
  const server = await startTelegramServer();
  const folder = await mkdtemp(join(tmpdir(), 'otto-quiz-'));
  const clock = new TestClock(NOON);
  const running = new Set<RunningOtto>();
  onTestFinished(async () => {
    await Promise.all([...running].map((otto) => otto.stop()));
    await server.goDown();
    await rm(folder, { recursive: true });
  });
  return {
    server,
    clock,
    start: async (environment = {}) => {
      const otto = await startOtto(
        {
          TELEGRAM_BOT_TOKEN: server.token,
          TELEGRAM_API_ROOT: server.apiRoot,
          DATABASE_URL: databaseUrl ?? `sqlite:${join(folder, 'otto.db')}`,
          ...environment,
        },
        clock,
      );
      running.add(otto);
      return otto;
    },
  };
}

/** The same with one process running. */
export async function startedQuizBot(): Promise<QuizBot & { readonly otto: RunningOtto }> {
  const bot = await quizBot();
  return { ...bot, otto: await bot.start() };
}
