import { randomInt } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { DatabaseConfig } from './config.ts';
import type { Knowledge } from './knowledge/load.ts';
import type { Log } from './log.ts';
import type { Item } from './quiz/item.ts';
import { createItemPool, itemBatches } from './quiz/item-pool.ts';
import type { QuizParts } from './quiz/quiz-parts.ts';
import { openDatabase, type Database } from './store/database.ts';

/** The quiz with its database. */
export interface OpenQuiz {
  /** Opens it at the first call; later calls get the same. */
  readonly open: () => Promise<QuizParts>;
  /** Closes the database, if it was opened. */
  readonly close: () => Promise<void>;
}

const ID_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The quiz over these notes, on this database. A database that can't be opened is tried again at the next call. */
export function createQuiz(knowledge: Knowledge, config: DatabaseConfig, log: Log): OpenQuiz {
  let opening: Promise<{ readonly parts: QuizParts; readonly db: Database }> | undefined;
  const open = async () => {
    const db = await openDatabase(config, (error) => log.warn({ err: error }, 'a database connection broke'));
    const pool = createItemPool(await gathered(itemBatches(knowledge)));
    return {
      db,
      parts: { pool, db, now: Date.now, random: Math.random, newId: newRunId },
    };
  };
  return {
    open: async () => {
      opening ??= open();
      try {
        return (await opening).parts;
      } catch (error) {
        opening = undefined;
        throw error;
      }
    },
    close: async () => {
      const opened = await opening?.catch(() => undefined);
      opening = undefined;
      await opened?.db.destroy();
    },
  };
}

/** Batches, with room for other work between two of them. */
async function gathered(batches: Iterable<readonly Item[]>): Promise<readonly (readonly Item[])[]> {
  const all: (readonly Item[])[] = [];
  for (const batch of batches) {
    all.push(batch);
    await setImmediate();
  }
  return all;
}

/** Ten letters and digits: too many to guess another's, short enough for a button. */
function newRunId(): string {
  return Array.from({ length: 10 }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join('');
}
