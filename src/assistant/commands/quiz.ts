import { startQuiz } from '../../quiz/start-session.ts';
import { LEVELS } from '../../quiz/item.ts';
import type { Command } from '../command.ts';
import { learnerOf, placeKey } from '../quiz/identity.ts';
import { startRoundReply } from '../quiz/round-replies.ts';
import { firstQuestion } from '../quiz/session-replies.ts';
import { readWish, TOPIC_NAMES, topicNames } from '../quiz/topics.ts';
import { plainReply } from '../reply.ts';

/** Questions of a quiz when nobody says how many. */
const DEFAULT_COUNT = 5;
const MAX_COUNT = 20;

export const quiz: Command = {
  name: 'quiz',
  description: 'Quiz yourself, or everybody here with “group”: /quiz protocols hard 10',
  arguments: [
    { name: 'topic', description: 'What about; everything by default', required: false, choices: TOPIC_NAMES },
    { name: 'level', description: 'How hard; what suits you by default', required: false, choices: LEVELS },
    { name: 'count', description: `How many questions, 1 to ${MAX_COUNT}`, required: false },
    {
      name: 'mode',
      description: 'Alone, or a round for everybody here',
      required: false,
      choices: ['alone', 'group', 'thread'],
      needsChat: true,
    },
  ],
  theme: 'quiz',
  changesState: true,
  run: async ({ request, values }, { knowledge, quiz: openQuiz }) => {
    const parts = await openQuiz();
    // People say it in any order, so what a platform took for one argument may be another.
    const wish = readWish(
      Object.values(values)
        .join(' ')
        .replace(/\balone\b/i, ''),
    );
    const [unknown] = wish.unknown;
    if (unknown !== undefined) {
      return plainReply(
        'unknown',
        `I have no topic “${unknown.slice(0, 40)}”. There are ${topicNames(parts.pool).join(', ')}; levels are ${LEVELS.join(', ')}.`,
      );
    }
    const count = Math.min(Math.max(wish.count ?? DEFAULT_COUNT, 1), MAX_COUNT);
    if (wish.isGroup) return startRoundReply(parts, request, { ...wish, count });
    const start = { learner: learnerOf(request.asker), place: placeKey(request.asker, request.place) };
    const session = await startQuiz(parts, start, { ...wish, count });
    return firstQuestion(parts, knowledge, session, 'I have no questions like that. Try another topic or level.');
  },
};
