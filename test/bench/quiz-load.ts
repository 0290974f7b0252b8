import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerSession } from '../../src/quiz/answer-session.ts';
import type { ItemPool } from '../../src/quiz/item-pool.ts';
import type { QuizParts } from '../../src/quiz/quiz-parts.ts';
import { randomFrom } from '../../src/quiz/random.ts';
import { startWith } from '../../src/quiz/start-session.ts';
import { openDatabase, type DatabaseConfig } from '../../src/store/database.ts';

/** What is offered. */
export interface Load {
  /** Answers a second. */
  readonly rate: number;
  readonly seconds: number;
  readonly learners: number;
}

/** What came of it; times in milliseconds, from when an answer was due to its acknowledgement. */
export interface LoadResult {
  readonly achieved: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Questions of each learner's quiz. */
const QUESTIONS = 20;

/** Seconds of load before the measuring starts. */
const WARM_UP_SECONDS = 2;

/**
 * Offers answers at a fixed rate, whether or not the ones before were acknowledged, and measures from when each was due:
 * an answer that has to queue counts with its waiting.
 */
export async function offerAnswers(config: DatabaseConfig, pool: ItemPool, load: Load): Promise<LoadResult> {
  const db = await openDatabase(config, (error) => process.stderr.write(`${error.message}\n`));
  const random = randomFrom('bench');
  let ids = 0;
  const parts: QuizParts = { pool, db, now: Date.now, random, newId: () => `bench${(ids += 1)}` };
  const items = pool.fitting({});
  const sessions: { readonly id: string; readonly learner: string; position: number; busy: Promise<unknown> }[] = [];
  for (let number = 0; number < load.learners; number += 1) {
    const learner = { id: `bench:${number}`, name: `Learner ${number}` };
    const first = Math.floor(random() * (items.length - QUESTIONS));
    const session = await startWith(parts, { learner, place: 'bench' }, items.slice(first, first + QUESTIONS));
    if (session) sessions.push({ id: session.id, learner: learner.id, position: 0, busy: Promise.resolve() });
  }
  const total = load.rate * (load.seconds + WARM_UP_SECONDS);
  if (total > sessions.length * QUESTIONS) throw new Error(`${total} answers need more learners`);
  const took: number[] = [];
  const pending: Promise<void>[] = [];
  const start = performance.now();
  const measuredFrom = start + WARM_UP_SECONDS * 1000;
  for (let number = 0; number < total;) {
    for (; number < total && start + (number * 1000) / load.rate <= performance.now(); number += 1) {
      const due = start + (number * 1000) / load.rate;
      const session = sessions[number % sessions.length];
      if (!session) break;
      const position = session.position++;
      const answer = async () => {
        const option = Math.floor(random() * 2);
        const learner = { id: session.learner, name: `Learner ${session.learner}` };
        const outcome = await answerSession(parts, { session: session.id, position, option }, learner);
        if (outcome.type !== 'verdict') throw new Error(`an answer came to "${outcome.type}", expected a verdict`);
        if (due >= measuredFrom) took.push(performance.now() - due);
      };
      // Nobody answers a question before the one before it.
      const done = session.busy.then(answer);
      session.busy = done;
      pending.push(done);
    }
    await sleep(1);
  }
  await Promise.all(pending);
  const seconds = (performance.now() - measuredFrom) / 1000;
  await db.destroy();
  took.sort((a, b) => a - b);
  const quantile = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { achieved: took.length / seconds, p50: quantile(0.5), p99: quantile(0.99), max: quantile(1) };
}
