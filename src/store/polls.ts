import type { Database } from './database.ts';
import type { PollTable } from './schema.ts';

/** Remembers which question a platform's poll stands for. */
export async function addPoll(db: Database, poll: PollTable): Promise<void> {
  await db
    .insertInto('poll')
    .values(poll)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export function findPoll(db: Database, id: string): Promise<PollTable | undefined> {
  return db.selectFrom('poll').selectAll().where('id', '=', id).executeTakeFirst();
}
