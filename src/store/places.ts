import type { Database } from './database.ts';

/**
 * Gives everything that belongs to a place to another, for example because a platform numbered it anew. May run twice, and
 * on two instances at once. What the new place has already stays as it is.
 *
 * @param from `platform:place`, as is `to`
 */
export async function movePlace(db: Database, from: string, to: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const table of ['session', 'answer', 'poll'] as const) {
      await transaction.updateTable(table).set({ place: to }).where('place', '=', from).execute();
    }
    await moveOnly(transaction, from, to);
    await transaction
      .insertInto('asked')
      .columns(['place', 'item', 'at'])
      .expression((query) =>
        query
          .selectFrom('asked')
          .select((row) => [row.val(to).as('place'), 'item', 'at'])
          .where('place', '=', from),
      )
      .onConflict((conflict) => conflict.columns(['place', 'item']).doNothing())
      .execute();
    await transaction.deleteFrom('asked').where('place', '=', from).execute();
  });
}

/** Moves what a place has one of: its daily question and its running round. */
async function moveOnly(transaction: Database, from: string, to: string): Promise<void> {
  const daily = await transaction.selectFrom('daily').select('place').where('place', '=', to).executeTakeFirst();
  if (daily) await transaction.deleteFrom('daily').where('place', '=', from).execute();
  else await transaction.updateTable('daily').set({ place: to }).where('place', '=', from).execute();
  const running = await transaction
    .selectFrom('round')
    .select('id')
    .where('place', '=', to)
    .where('phase', '!=', 'over')
    .executeTakeFirst();
  if (running) await transaction.updateTable('round').set({ phase: 'over' }).where('place', '=', from).execute();
  await transaction.updateTable('round').set({ place: to }).where('place', '=', from).execute();
}
