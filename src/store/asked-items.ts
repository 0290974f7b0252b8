import type { Database } from './database.ts';

/** When a place was asked each item. */
export async function askedAt(db: Database, place: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('asked').select(['item', 'at']).where('place', '=', place).execute();
  return new Map(rows.map(({ item, at }) => [item, at]));
}

/** Remembers that a place was asked an item. */
export async function rememberAsked(db: Database, place: string, item: string, now: number): Promise<void> {
  await db
    .insertInto('asked')
    .values({ place, item, at: now })
    .onConflict((conflict) => conflict.columns(['place', 'item']).doUpdateSet({ at: now }))
    .execute();
}
