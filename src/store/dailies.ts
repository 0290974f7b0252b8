import type { Database } from './database.ts';
import type { DailyTable } from './schema.ts';

/** Sets a place's daily question, in the place of the one it had. */
export async function saveDaily(db: Database, daily: DailyTable): Promise<void> {
  const { place: _place, ...rest } = daily;
  await db
    .insertInto('daily')
    .values(daily)
    .onConflict((conflict) => conflict.column('place').doUpdateSet(rest))
    .execute();
}

/** @returns whether there was one */
export async function removeDaily(db: Database, place: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('daily').where('place', '=', place).executeTakeFirst();
  return numDeletedRows > 0n;
}

export function findDaily(db: Database, place: string): Promise<DailyTable | undefined> {
  return db.selectFrom('daily').selectAll().where('place', '=', place).executeTakeFirst();
}

/** The daily questions that are due and that no instance is posting. */
export function dueDailies(db: Database, now: number): Promise<readonly DailyTable[]> {
  return db.selectFrom('daily').selectAll().where('next_at', '<=', now).where('lease_until', '<=', now).execute();
}

/**
 * Takes a due daily question, for a while, if no other instance took it before.
 *
 * @returns whether it is this instance's to post
 */
export async function claimDaily(db: Database, daily: DailyTable, leaseUntil: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('daily')
    .set({ lease_until: leaseUntil })
    .where('place', '=', daily.place)
    .where('next_at', '=', daily.next_at)
    .where('lease_until', '=', daily.lease_until)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Sets when a place is asked next, after it was asked; what a moderator changed meanwhile stays. */
export async function finishDaily(db: Database, daily: DailyTable, nextAt: number): Promise<void> {
  await db
    .updateTable('daily')
    .set({ next_at: nextAt, lease_until: 0 })
    .where('place', '=', daily.place)
    .where('next_at', '=', daily.next_at)
    .execute();
}
