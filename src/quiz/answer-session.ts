import { answersIn, findAnswer } from '../store/answers.ts';
import { changeSession, type SessionChange } from '../store/sessions.ts';
import { countAnswer, isTimeUp } from './count-answer.ts';
import type { Item } from './item.ts';
import type { Learner } from './learner.ts';
import type { QuizParts } from './quiz-parts.ts';
import { questionAt, readSession, type Question, type Session } from './session.ts';

/** An answer with the question it was given to. */
export interface Verdict extends Question {
  /** The option that was chosen, counted from 0. */
  readonly chosen: number;
  readonly isRight: boolean;
}

/** What came of an answer. */
export type AnswerOutcome =
  /** It counts, or counted already when it arrived twice. */
  | { readonly type: 'verdict'; readonly verdict: Verdict }
  /** The session is somebody else's. */
  | { readonly type: 'not-yours' }
  /** The exam's time is over; it is finished. */
  | { readonly type: 'time-up'; readonly session: Session }
  /** There is no such session or question any more. */
  | { readonly type: 'gone' };

/** Answers a question of a session. An answer that arrives twice counts once and gets the verdict of the first. */
export async function answerSession(
  parts: QuizParts,
  tap: { readonly session: string; readonly position: number; readonly option: number },
  learner: Learner,
): Promise<AnswerOutcome> {
  const at = parts.now();
  const outcome = await countAnswer(parts, { ...tap, learner, at });
  if (outcome.type === 'not-yours' || outcome.type === 'gone') return { type: outcome.type };
  const { question } = outcome;
  const { session } = question;
  if (outcome.type === 'counted') return { type: 'verdict', verdict: verdictOf(question, tap.option) };
  const first = await findAnswer(parts.db, session.id, tap.position, learner.id);
  if (first) return { type: 'verdict', verdict: verdictOf(question, first.option) };
  if (!isTimeUp(session, at)) return { type: 'gone' };
  await changeSession(parts.db, session, { finished_at: at });
  return { type: 'time-up', session };
}

/** The verdict on an answer that was given before; none for one in an exam, which tells right and wrong at its end. */
export async function givenVerdict(
  parts: QuizParts,
  { session: id, position }: { readonly session: string; readonly position: number },
  learner: Learner,
): Promise<Verdict | undefined> {
  const session = await readSession(parts, id);
  const question = session && questionAt(parts, session, position);
  if (!question || question.session.kind === 'exam') return undefined;
  const given = await findAnswer(parts.db, id, position, learner.id);
  return given && verdictOf(question, given.option);
}

/**
 * The question a session is at, from now on. A question whose note was changed since is passed over.
 *
 * @returns `undefined` when all are answered or the time is up; the session is finished then
 */
export async function currentQuestion(parts: QuizParts, id: string): Promise<Question | undefined> {
  const session = await readSession(parts, id);
  if (!session || session.finished_at !== null) return undefined;
  const at = parts.now();
  // An answer that is counted meanwhile has moved the session on.
  const change = async (to: SessionChange) => changeSession(parts.db, session, to);
  if (!isTimeUp(session, at)) {
    for (let position = session.position; position < session.items.length; position += 1) {
      const question = questionAt(parts, session, position);
      if (!question) continue;
      if (!(await change({ position, asked_at: at }))) return currentQuestion(parts, id);
      return { ...question, session: { ...session, position, asked_at: at } };
    }
  }
  return (await change({ finished_at: at })) ? undefined : currentQuestion(parts, id);
}

/** How a session went. */
export interface SessionResult {
  readonly session: Session;
  readonly verdicts: readonly Verdict[];
  readonly right: number;
  /** From the first question to the last answer, in milliseconds. */
  readonly ms: number;
  readonly missed: readonly Item[];
}

/** The result of a session so far; `undefined` when there is no such session. */
export async function sessionResult(parts: QuizParts, id: string): Promise<SessionResult | undefined> {
  const session = await readSession(parts, id);
  if (!session) return undefined;
  const answers = await answersIn(parts.db, id);
  const verdicts = answers.flatMap(({ position, option }) => {
    const question = questionAt(parts, session, position);
    return question ? [verdictOf(question, option)] : [];
  });
  const last = Math.max(session.started_at, ...answers.map(({ at }) => at));
  return {
    session,
    verdicts,
    right: verdicts.filter(({ isRight }) => isRight).length,
    ms: last - session.started_at,
    missed: verdicts.filter(({ isRight }) => !isRight).map(({ item }) => item),
  };
}

function verdictOf(question: Question, chosen: number): Verdict {
  return { ...question, chosen, isRight: chosen === question.options.correct };
}
