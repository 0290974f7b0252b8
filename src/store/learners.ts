import type { Database } from './database.ts';
import type { LearnerTable } from './schema.ts';

/** Finds a learner; somebody who never answered isn't there. */
export function findLearner(db: Database, id: string): Promise<LearnerTable | undefined> {
  return db.selectFrom('learner').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Remembers that a learner was here, by the name they have now. */
export async function meetLearner(db: Database, id: string, name: string, now: number): Promise<void> {
  await db
    .insertInto('learner')
    .values({ id, name, ability: 0, answers: 0, seen_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, seen_at: now }))
    .execute();
}

/** Moves a learner's ability after an answer. Adds, so that two answers at once both count. */
export async function moveAbility(db: Database, id: string, by: number, now: number): Promise<void> {
  await db
    .updateTable('learner')
    .set((value) => ({
      ability: value('ability', '+', by),
      answers: value('answers', '+', 1),
      seen_at: now,
    }))
    .where('id', '=', id)
    .execute();
}

/** Deletes everything that is known of a learner, at once. What an item's difficulty learnt from them names nobody and stays. */
export async function forgetLearner(db: Database, learner: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('answer').where('learner', '=', learner).execute();
    await transaction.deleteFrom('choice').where('learner', '=', learner).execute();
    await transaction.deleteFrom('card').where('learner', '=', learner).execute();
    await transaction.deleteFrom('reminder').where('learner', '=', learner).execute();
    await transaction
      .deleteFrom('poll')
      .where('session', 'in', (query) => query.selectFrom('session').select('id').where('learner', '=', learner))
      .execute();
    await transaction.deleteFrom('session').where('learner', '=', learner).execute();
    await transaction.updateTable('round').set({ starter: '' }).where('starter', '=', learner).execute();
    await transaction.deleteFrom('learner').where('id', '=', learner).execute();
  });
}
