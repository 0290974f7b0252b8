import type { Database } from './database.ts';
import type { AnswerTable } from './schema.ts';

/**
 * Stores answers, each once: a tap that arrives twice finds the first.
 *
 * @returns the keys of those that were new
 */
export async function addAnswers(
  db: Database,
  answers: readonly AnswerTable[],
): Promise<readonly Pick<AnswerTable, 'session' | 'position' | 'learner'>[]> {
  if (answers.length === 0) return [];
  return db
    .insertInto('answer')
    .values(answers)
    .onConflict((conflict) => conflict.columns(['session', 'position', 'learner']).doNothing())
    .returning(['session', 'position', 'learner'])
    .execute();
}

/** What one learner answered to one question. */
export function findAnswer(
  db: Database,
  session: string,
  position: number,
  learner: string,
): Promise<AnswerTable | undefined> {
  return db
    .selectFrom('answer')
    .selectAll()
    .where('session', '=', session)
    .where('position', '=', position)
    .where('learner', '=', learner)
    .executeTakeFirst();
}

/** All answers of a session or round, in the order of its questions. */
export function answersIn(db: Database, session: string): Promise<readonly AnswerTable[]> {
  return db.selectFrom('answer').selectAll().where('session', '=', session).orderBy('position').execute();
}

/** All answers of a learner, oldest first. */
export function answersOf(db: Database, learner: string): Promise<readonly AnswerTable[]> {
  return db.selectFrom('answer').selectAll().where('learner', '=', learner).orderBy('at').execute();
}

/** What somebody scored, with the name they last had. */
export interface Score {
  readonly learner: string;
  readonly name: string;
  readonly points: number;
  readonly right: number;
}

/** Points by learner in one session or round. */
export function scoresIn(db: Database, session: string): Promise<readonly Score[]> {
  return sumOfScores(db).where('answer.session', '=', session).execute();
}

/** Points by learner in a place since a time. */
export function scoresAt(db: Database, place: string, since: number): Promise<readonly Score[]> {
  return sumOfScores(db).where('answer.place', '=', place).where('answer.at', '>=', since).execute();
}

function sumOfScores(db: Database) {
  return db
    .selectFrom('answer')
    .innerJoin('learner', 'learner.id', 'answer.learner')
    .select((value) => [
      'learner.id as learner',
      'learner.name as name',
      value.cast<number>(value.fn.sum('answer.points'), 'integer').as('points'),
      value.cast<number>(value.fn.sum('answer.correct'), 'integer').as('right'),
    ])
    .groupBy(['learner.id', 'learner.name']);
}
