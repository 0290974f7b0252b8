import type { Kysely } from 'kysely';

/** What a learner chose, and the rounds they started, are looked up by learner when they are exported or forgotten. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('choice_learner').on('choice').column('learner').execute();
  await db.schema.createIndex('round_starter').on('round').column('starter').execute();
}
