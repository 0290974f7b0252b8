import type { Database } from './database.ts';
import type { CardTable } from './schema.ts';

/** The cards that any of these learners have of any of these items. */
export function findCards(
  db: Database,
  learners: readonly string[],
  items: readonly string[],
): Promise<readonly CardTable[]> {
  return db.selectFrom('card').selectAll().where('learner', 'in', learners).where('item', 'in', items).execute();
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

/** Stores cards as they are after answers. */
export async function saveCards(db: Database, cards: readonly CardTable[]): Promise<void> {
  if (cards.length === 0) return;
  await db
    .insertInto('card')
    .values(cards)
    .onConflict((conflict) =>
      conflict.columns(['learner', 'item']).doUpdateSet((value) => ({
        due: value.ref('excluded.due'),
        stability: value.ref('excluded.stability'),
        difficulty: value.ref('excluded.difficulty'),
        scheduled_days: value.ref('excluded.scheduled_days'),
        learning_steps: value.ref('excluded.learning_steps'),
        reps: value.ref('excluded.reps'),
        lapses: value.ref('excluded.lapses'),
        state: value.ref('excluded.state'),
        last_review: value.ref('excluded.last_review'),
      })),
    )
    .execute();
}
