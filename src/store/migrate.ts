import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';
import * as quiz from './migrations/2026-11-22-quiz.ts';
import * as roundThread from './migrations/2026-11-23-round-thread.ts';
import * as rowsOfLearner from './migrations/2026-11-23-rows-of-learner.ts';

/** Every migration there is, by name; they run in the order of their names. */
const MIGRATIONS = {
  '2026-11-22-quiz': quiz,
  '2026-11-23-round-thread': roundThread,
  '2026-11-23-rows-of-learner': rowsOfLearner,
};

/**
 * Brings the database to the newest schema; does nothing where it has it.
 *
 * @throws {StoreError} naming the migration that failed, with its cause
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
  throw new StoreError(
    `The database could not be brought up to date${failed === undefined ? '' : ` (${failed})`}. Is it from a newer Otto?`,
    { cause: error },
  );
}
