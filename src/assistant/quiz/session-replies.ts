import {
  answerSession,
  currentQuestion,
  givenVerdict,
  sessionResult,
  type AnswerOutcome,
} from '../../quiz/answer-session.ts';
import type { QuizParts } from '../../quiz/quiz-parts.ts';
import { startWith, type Start } from '../../quiz/start-session.ts';
import { readSession, type Session } from '../../quiz/session.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import type { Action } from '../action.ts';
import { plainReply, type Reply } from '../reply.ts';
import { questionReply } from './question-reply.ts';
import { resultReply } from './result-reply.ts';
import { dailyVerdictReply, verdictReply } from './verdict-reply.ts';

const GONE = 'That question is over. /quiz starts a new one.';

/** The question a session is at, or its result when all are answered. */
async function sessionReply(parts: QuizParts, knowledge: Knowledge, session: string): Promise<Reply> {
  const question = await currentQuestion(parts, session);
  if (question) return questionReply(question);
  const result = await sessionResult(parts, session);
  return result ? resultReply(result, knowledge) : plainReply('unknown', GONE);
}

/** What asking for the next question is answered with: only its learner goes on with a session. */
export async function nextReply(
  parts: QuizParts,
  knowledge: Knowledge,
  { session: id }: Extract<Action, { type: 'question' }>,
  { learner }: Start,
): Promise<Reply> {
  const session = await readSession(parts, id);
  return session && session.learner !== learner.id ? notYours() : sessionReply(parts, knowledge, id);
}

/** The first question of a session that was just started. */
export async function firstQuestion(
  parts: QuizParts,
  knowledge: Knowledge,
  session: Session | undefined,
  nothing: string,
): Promise<Reply> {
  return session ? sessionReply(parts, knowledge, session.id) : plainReply('unknown', nothing);
}

/** What somebody's answer is answered with. */
export async function answerReply(
  parts: QuizParts,
  knowledge: Knowledge,
  { session, position, option }: Extract<Action, { type: 'answer' }>,
  { learner }: Start,
): Promise<Reply> {
  return outcomeReply(await answerSession(parts, { session, position, option }, learner), parts, knowledge);
}

/** What an answer was told when it was given. */
export async function givenVerdictReply(
  parts: QuizParts,
  knowledge: Knowledge,
  { session, position }: Extract<Action, { type: 'verdict' }>,
  { learner }: Start,
): Promise<Reply> {
  const verdict = await givenVerdict(parts, { session, position }, learner);
  return verdict ? verdictReply(verdict, knowledge) : plainReply('unknown', GONE);
}

/** Starts a quiz of what was missed in another. */
export async function retryReply(
  parts: QuizParts,
  knowledge: Knowledge,
  { session }: Extract<Action, { type: 'retry' }>,
  start: Start,
): Promise<Reply> {
  const result = await sessionResult(parts, session);
  if (result && result.session.learner !== start.learner.id) return notYours();
  const again = result && (await startWith(parts, start, result.missed));
  return firstQuestion(parts, knowledge, again, 'There is nothing to retry. /quiz starts a new quiz.');
}

function outcomeReply(outcome: AnswerOutcome, parts: QuizParts, knowledge: Knowledge): Reply | Promise<Reply> {
  switch (outcome.type) {
    case 'verdict': {
      const { verdict } = outcome;
      if (verdict.session.kind === 'daily') return dailyVerdictReply(verdict, knowledge);
      // An exam tells right and wrong at its end.
      if (verdict.session.kind === 'exam') return sessionReply(parts, knowledge, verdict.session.id);
      return verdictReply(verdict, knowledge);
    }
    case 'not-yours':
      return notYours();
    case 'time-up':
      return sessionReply(parts, knowledge, outcome.session.id);
    case 'gone':
      return plainReply('unknown', GONE, { placement: 'notice', audience: 'asker' });
  }
}

function notYours(): Reply {
  return plainReply('unknown', 'That quiz is somebody else’s. /quiz starts one of your own.', {
    placement: 'notice',
    audience: 'asker',
  });
}
