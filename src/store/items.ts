import type { Database } from './database.ts';
import type { ItemTable } from './schema.ts';

/** How hard an item has proved to be; nothing while nobody answered it. */
export function findItem(db: Database, id: string): Promise<ItemTable | undefined> {
  return db.selectFrom('item').selectAll().where('id', '=', id).executeTakeFirst();
}

/** How hard all answered items have proved to be. */
export function allItems(db: Database): Promise<readonly ItemTable[]> {
  return db.selectFrom('item').selectAll().execute();
}

/**
 * Moves an item's difficulty after an answer. Adds, so that two answers at once both count.
 *
 * @param start where it stands before its first answer
 */
export async function moveDifficulty(db: Database, id: string, start: number, by: number): Promise<void> {
  await db
    .insertInto('item')
    .values({ id, difficulty: start + by, answers: 1 })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((value) => ({
        difficulty: value('item.difficulty', '+', by),
        answers: value('item.answers', '+', 1),
      })),
    )
    .execute();
}
