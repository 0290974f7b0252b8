import type { Database } from './database.ts';
import type { CardTable } from './schema.ts';

/** A learner's card of one item. */
export function findCard(db: Database, learner: string, item: string): Promise<CardTable | undefined> {
  return db.selectFrom('card').selectAll().where('learner', '=', learner).where('item', '=', item).executeTakeFirst();
}

/** All cards of a learner, those due first first. */
export function cardsOf(db: Database, learner: string): Promise<readonly CardTable[]> {
  return db.selectFrom('card').selectAll().where('learner', '=', learner).orderBy('due').execute();
}

/** The cards that are due, the longest due first. */
export function dueCards(db: Database, learner: string, now: number): Promise<readonly CardTable[]> {
  return db
    .selectFrom('card')
    .selectAll()
    .where('learner', '=', learner)
    .where('due', '<=', now)
    .orderBy('due')
    .execute();
}

/** Stores a card as it is after an answer. */
export async function saveCard(db: Database, card: CardTable): Promise<void> {
  const { learner: _learner, item: _item, ...state } = card;
  await db
    .insertInto('card')
    .values(card)
    .onConflict((conflict) => conflict.columns(['learner', 'item']).doUpdateSet(state))
    .execute();
}
