import type { QuizParts } from '../../quiz/quiz-parts.ts';
import { snooze } from '../../quiz/reminder.ts';
import { forgetLearner } from '../../store/learners.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import type { Action } from '../action.ts';
import { plainReply, type Reply } from '../reply.ts';
import type { Request } from '../request.ts';
import { learnerOf, placeKey } from './identity.ts';
import { chooseReply, stopReply } from './round-replies.ts';
import { answerReply, givenVerdictReply, nextReply, retryReply } from './session-replies.ts';
import { momentIn } from './wording.ts';

/** The buttons of the quiz. */
export type QuizAction = Extract<
  Action,
  { readonly type: 'answer' | 'verdict' | 'question' | 'retry' | 'choose' | 'stop' | 'snooze' | 'forget' }
>;

/** Does what a button of the quiz stands for. */
export async function actInQuiz(
  action: QuizAction,
  request: Request,
  parts: QuizParts,
  knowledge: Knowledge,
): Promise<Reply> {
  const start = { learner: learnerOf(request.asker), place: placeKey(request.asker, request.place) };
  switch (action.type) {
    case 'answer':
      return answerReply(parts, knowledge, action, start);
    case 'verdict':
      return givenVerdictReply(parts, knowledge, action, start);
    case 'question':
      return nextReply(parts, knowledge, action, start);
    case 'retry':
      return retryReply(parts, knowledge, action, start);
    case 'choose':
      return chooseReply(parts, action, request);
    case 'stop':
      return stopReply(parts, action.round, request);
    case 'snooze': {
      const next = await snooze(parts, start.learner.id);
      return next
        ? plainReply('quiz', `I’ll remind you again ${momentIn(next.at, next.zone)}.`)
        : plainReply('quiz', 'You get no reminders any more.');
    }
    case 'forget':
      await forgetLearner(parts.db, start.learner.id, request.place.kind === 'private' ? [start.place] : []);
      return plainReply('quiz', 'Done. I know nothing about you any more.', { audience: 'asker' });
  }
}
