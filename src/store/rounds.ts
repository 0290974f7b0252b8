import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { ChoiceTable, RoundTable } from './schema.ts';

/**
 * Stores a new round.
 *
 * @returns `false` when one already runs in that place
 */
export async function addRound(db: Database, round: RoundTable): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('round')
    .values(round)
    // Written out, because a condition with a parameter is not taken for that of the index.
    .onConflict((conflict) => conflict.column('place').where('phase', '!=', sql.lit('over')).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export function findRound(db: Database, id: string): Promise<RoundTable | undefined> {
  return db.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Reads a round; until the transaction ends, no step of it is taken. */
export function lockRound(db: Database, id: string): Promise<RoundTable | undefined> {
  return db
    .updateTable('round')
    .set((value) => ({ version: value.ref('version') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

/** The round that runs in a place, or in a thread that was opened for it. */
export function runningRound(db: Database, place: string): Promise<RoundTable | undefined> {
  return db
    .selectFrom('round')
    .selectAll()
    .where((round) => round.or([round('place', '=', place), round('shown_in', '=', place)]))
    .where('phase', '!=', 'over')
    .executeTakeFirst();
}

/** The place to which a thread belongs that was opened for a round; any other place itself. */
export async function homeOf(db: Database, place: string): Promise<string> {
  const round = await db.selectFrom('round').select('place').where('shown_in', '=', place).limit(1).executeTakeFirst();
  return round?.place ?? place;
}

/** The rounds whose next step is due. */
export function dueRounds(db: Database, now: number): Promise<readonly RoundTable[]> {
  return db
    .selectFrom('round')
    .selectAll()
    .where('phase', '!=', 'over')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .execute();
}

/**
 * Takes a step of a round, if no other instance took it before.
 *
 * @param round as it was read; its version decides
 * @returns whether the step is this instance's
 */
export async function stepRound(
  db: Database,
  { id, version }: Pick<RoundTable, 'id' | 'version'>,
  change: Partial<Omit<RoundTable, 'id' | 'version'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('round')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Stores or changes what somebody chose. */
export async function saveChoice(db: Database, choice: ChoiceTable): Promise<void> {
  const { option, at } = choice;
  await db
    .insertInto('choice')
    .values(choice)
    .onConflict((conflict) => conflict.columns(['round', 'position', 'learner']).doUpdateSet({ option, at }))
    .execute();
}

/** What everybody chose at one question, the quickest first. */
export function choicesOf(db: Database, round: string, position: number): Promise<readonly ChoiceTable[]> {
  return db
    .selectFrom('choice')
    .selectAll()
    .where('round', '=', round)
    .where('position', '=', position)
    .orderBy('at')
    .execute();
}

/** All that a learner chose in rounds, oldest first. */
export function choicesBy(db: Database, learner: string): Promise<readonly ChoiceTable[]> {
  return db.selectFrom('choice').selectAll().where('learner', '=', learner).orderBy('at').execute();
}

/** All rounds that a learner started. */
export function roundsBy(db: Database, starter: string): Promise<readonly RoundTable[]> {
  return db.selectFrom('round').selectAll().where('starter', '=', starter).orderBy('due_at').execute();
}
