import { startReview } from '../../quiz/start-session.ts';
import type { Command } from '../command.ts';
import { learnerOf, placeKey } from '../quiz/identity.ts';
import { firstQuestion } from '../quiz/session-replies.ts';

export const review: Command = {
  name: 'review',
  description: 'Questions that are due for you again, so that you remember them',
  arguments: [],
  theme: 'quiz',
  changesState: true,
  run: async ({ request }, { knowledge, quiz }) => {
    const parts = await quiz();
    const start = { learner: learnerOf(request.asker), place: placeKey(request.asker, request.place) };
    const session = await startReview(parts, start);
    return firstQuestion(parts, knowledge, session, 'Nothing is due now. /quiz brings new questions.');
  },
};
