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

/**
 * Remembers that learners were here, by the names they have now. Until the transaction ends, nobody else changes them.
 *
 * @param learners as they are when nobody knew them, in the order of their ids
 * @returns them as they are
 */
export async function meetLearners(db: Database, learners: readonly LearnerTable[]): Promise<readonly LearnerTable[]> {
  if (learners.length === 0) return [];
  return db
    .insertInto('learner')
    .values(learners)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((value) => ({ name: value.ref('excluded.name'), seen_at: value.ref('excluded.seen_at') })),
    )
    .returningAll()
    .execute();
}

/** Those of these learners who are known. Until the transaction ends, nobody else changes them. */
export async function lockLearners(db: Database, ids: readonly string[]): Promise<readonly LearnerTable[]> {
  if (ids.length === 0) return [];
  return db
    .updateTable('learner')
    .set((value) => ({ answers: value.ref('answers') }))
    .where('id', 'in', ids)
    .returningAll()
    .execute();
}

/** Stores learners' abilities after answers; belongs after {@link meetLearners} or {@link lockLearners}. */
export async function saveAbilities(db: Database, learners: readonly LearnerTable[]): Promise<void> {
  if (learners.length === 0) return;
  await db
    .insertInto('learner')
    .values(learners)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((value) => ({
        ability: value.ref('excluded.ability'),
        answers: value.ref('excluded.answers'),
        seen_at: value.ref('excluded.seen_at'),
      })),
    )
    .execute();
}

/**
 * Deletes everything that is known of a learner, at once. What an item's difficulty learnt from them names nobody and
 * stays.
 *
 * @param ownPlaces places that nobody else is in, such as a private chat; what was set there goes as well
 */
export async function forgetLearner(db: Database, learner: string, ownPlaces: readonly string[]): Promise<void> {
  // On some platforms a private chat has the id of the person.
  const places = [learner, ...ownPlaces];
  await db.transaction().execute(async (transaction) => {
    // First of all, so that an answer which is being counted right now is waited for and goes as well.
    await transaction.deleteFrom('learner').where('id', '=', learner).execute();
    await transaction.deleteFrom('answer').where('learner', '=', learner).execute();
    await transaction.deleteFrom('choice').where('learner', '=', learner).execute();
    await transaction.deleteFrom('card').where('learner', '=', learner).execute();
    await transaction.deleteFrom('reminder').where('learner', '=', learner).execute();
    await transaction
      .deleteFrom('poll')
      .where((value) =>
        value.or([
          value('place', 'in', places),
          value(
            'session',
            'in',
            value
              .selectFrom('session')
              .select('id')
              .where((own) => own.or([own('learner', '=', learner), own('place', 'in', places)])),
          ),
        ]),
      )
      .execute();
    await transaction
      .deleteFrom('session')
      .where((value) => value.or([value('learner', '=', learner), value('place', 'in', places)]))
      .execute();
    await transaction.deleteFrom('daily').where('place', 'in', places).execute();
    await transaction.deleteFrom('asked').where('place', 'in', places).execute();
    await transaction.updateTable('round').set({ starter: '' }).where('starter', '=', learner).execute();
  });
}
