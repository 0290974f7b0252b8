import type { Database } from '../store/database.ts';
import type { ItemPool } from './item-pool.ts';
import type { Random } from './random.ts';

/** What the quiz works with. */
export interface QuizParts {
  readonly pool: ItemPool;
  readonly db: Database;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
  readonly random: Random;
  /** Makes the id of a session or round: 10 letters and digits, so that a button's data has room for it. */
  readonly newId: () => string;
}
