import type { Database } from './database.ts';
import type { ItemTable } from './schema.ts';

/** How hard all answered items have proved to be. */
export function allItems(db: Database): Promise<readonly ItemTable[]> {
  return db.selectFrom('item').selectAll().execute();
}

/**
 * How hard items have proved to be; until the transaction ends, nobody else changes that.
 *
 * @param starts where they stand before their first answer, in the order of their ids
 */
export async function lockItems(db: Database, starts: readonly ItemTable[]): Promise<readonly ItemTable[]> {
  if (starts.length === 0) return [];
  return db
    .insertInto('item')
    .values(starts)
    .onConflict((conflict) => conflict.column('id').doUpdateSet((value) => ({ answers: value.ref('item.answers') })))
    .returningAll()
    .execute();
}

/** Stores how hard items have proved to be; belongs after {@link lockItems}. */
export async function saveItems(db: Database, items: readonly ItemTable[]): Promise<void> {
  if (items.length === 0) return;
  await db
    .insertInto('item')
    .values(items)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((value) => ({
        difficulty: value.ref('excluded.difficulty'),
        answers: value.ref('excluded.answers'),
      })),
    )
    .execute();
}
