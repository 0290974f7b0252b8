import { answersOf } from '../store/answers.ts';
import { cardsOf } from '../store/cards.ts';
import type { Database } from '../store/database.ts';
import { findLearner } from '../store/learners.ts';
import { findReminder } from '../store/reminders.ts';
import { choicesBy, roundsBy } from '../store/rounds.ts';
import { sessionsOf } from '../store/sessions.ts';

/** Everything that is stored about a learner, as it is stored; `undefined` when nothing is. */
export async function ownData(db: Database, id: string): Promise<object | undefined> {
  const learner = await findLearner(db, id);
  if (!learner) return undefined;
  return {
    learner,
    reminder: (await findReminder(db, id)) ?? null,
    cards: await cardsOf(db, id),
    answers: await answersOf(db, id),
    sessions: await sessionsOf(db, id),
    choices: await choicesBy(db, id),
    rounds: await roundsBy(db, id),
  };
}
