import type { Database } from '../store/database.ts';
import { advanceSessions, findSessions } from '../store/sessions.ts';
import { gather } from './gather.ts';
import type { Learner } from './learner.ts';
import { POINTS_RIGHT } from './points.ts';
import type { QuizParts } from './quiz-parts.ts';
import { recordAnswers, type GivenAnswer } from './record-answers.ts';
import { fromRow, questionAt, type Question, type Session } from './session.ts';

/** An answer as it arrives. */
export interface Tap {
  readonly session: string;
  readonly position: number;
  readonly option: number;
  readonly learner: Learner;
  readonly at: number;
}

/** What counting an answer comes to. */
export type CountOutcome =
  /** Counted, or not because its question is answered, or over. */
  | { readonly type: 'counted' | 'closed'; readonly question: Question }
  /** The session is somebody else's. */
  | { readonly type: 'not-yours' }
  /** There is no such session or question any more. */
  | { readonly type: 'gone' };

type Count = (piece: { readonly parts: QuizParts; readonly tap: Tap }) => Promise<CountOutcome>;

/** One queue a database, whoever asks: answers that arrive together are committed together. */
const queues = new WeakMap<Database, Count>();

/** Counts an answer, once, with whatever others arrive at the same time. */
export function countAnswer(parts: QuizParts, tap: Tap): Promise<CountOutcome> {
  const { db } = parts;
  const queue =
    queues.get(db) ?? gather((pieces) => db.transaction().execute((transaction) => countAll(transaction, pieces)));
  queues.set(db, queue);
  return queue({ parts, tap });
}

async function countAll(
  transaction: Database,
  pieces: readonly Parameters<Count>[0][],
): Promise<readonly CountOutcome[]> {
  const rows = await findSessions(transaction, [...new Set(pieces.map(({ tap }) => tap.session))]);
  const sessions = new Map(rows.map((row) => [row.id, fromRow(row)]));
  const judged = pieces.map(({ parts, tap }) => judge(parts, sessions.get(tap.session), tap));
  const given = judged.map(({ answer }) => answer);
  const added = await recordAnswers(
    transaction,
    given.filter((answer) => answer !== undefined),
  );
  const moved = judged.flatMap(({ answer, result }) =>
    answer && added.has(answer) && 'question' in result && result.question.session.learner !== null
      ? { ...result.question, at: answer.at }
      : [],
  );
  await moveOn(transaction, moved);
  return judged.map(({ answer, result }) =>
    result.type === 'counted' && !(answer && added.has(answer)) ? { ...result, type: 'closed' } : result,
  );
}

/** Whether an answer counts, as far as its session tells, and as what. */
function judge(
  parts: QuizParts,
  session: Session | undefined,
  { position, option, learner, at }: Tap,
): { readonly result: CountOutcome; readonly answer?: GivenAnswer } {
  const question = session && questionAt(parts, session, position);
  if (!session || !question || question.options.texts[option] === undefined) return { result: { type: 'gone' } };
  if (session.learner !== null && session.learner !== learner.id) return { result: { type: 'not-yours' } };
  const isOpen = session.learner === null || (position === session.position && session.finished_at === null);
  if (!isOpen || isTimeUp(session, at)) return { result: { type: 'closed', question } };
  const isRight = option === question.options.correct;
  const answer = {
    session: session.id,
    position,
    learner,
    item: question.item,
    place: session.place,
    option,
    isRight,
    points: isRight ? POINTS_RIGHT : 0,
    ms: at - session.asked_at,
    at,
  };
  return { result: { type: 'counted', question }, answer };
}

/** Moves sessions on to their next questions. */
async function moveOn(transaction: Database, answered: readonly (Question & { readonly at: number })[]): Promise<void> {
  const at = Math.max(...answered.map((each) => each.at));
  const now = [
    ...(await advanceSessions(transaction, answered.filter((each) => !isLast(each)).map(idOf), { asked_at: at })),
    ...(await advanceSessions(transaction, answered.filter(isLast).map(idOf), { asked_at: at, finished_at: at })),
  ];
  const positions = new Map(now.map(({ id, position }) => [id, position]));
  for (const { session, position } of answered) {
    if (positions.get(session.id) !== position + 1) {
      throw new Error('a session was answered or deleted elsewhere while an answer to it was being counted');
    }
  }
}

function isLast({ session, position }: Question): boolean {
  return position + 1 >= session.items.length;
}

function idOf({ session }: Question): string {
  return session.id;
}

/** Whether an exam's time is over. */
export function isTimeUp({ deadline_at }: Session, at: number): boolean {
  return deadline_at !== null && at > deadline_at;
}
