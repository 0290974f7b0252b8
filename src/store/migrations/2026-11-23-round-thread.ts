import type { Kysely } from 'kysely';

/** Where a round is shown when that isn't the place it belongs to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('round').addColumn('shown_in', 'text').execute();
}
