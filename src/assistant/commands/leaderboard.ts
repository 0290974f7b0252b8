import { standings } from '../../quiz/standings.ts';
import { scoresAt } from '../../store/answers.ts';
import { homeOf } from '../../store/rounds.ts';
import type { Command } from '../command.ts';
import { placeKey } from '../quiz/identity.ts';
import { standingsBlock } from '../quiz/round-replies.ts';
import { plainReply } from '../reply.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Ranks shown. */
const MAX_RANKS = 10;

export const leaderboard: Command = {
  name: 'leaderboard',
  description: 'Who has the most points here, in the last seven days or of all time',
  arguments: [
    { name: 'span', description: 'week (the last seven days) or all', required: false, choices: ['week', 'all'] },
  ],
  theme: 'quiz',
  run: async ({ request, values }, { quiz, now }) => {
    const { db } = await quiz();
    const isAll = values['span']?.trim().toLowerCase() === 'all';
    const place = await homeOf(db, placeKey(request.asker, request.place));
    const scores = await scoresAt(db, place, isAll ? 0 : now() - WEEK_MS);
    const ranks = standings(scores.filter(({ points }) => points > 0));
    const title = isAll ? 'Points of all time' : 'Points of the last seven days';
    if (ranks.length === 0) return plainReply('quiz', 'No points yet. /quiz starts a quiz.', { title });
    return plainReply('quiz', '', { title, body: standingsBlock(ranks, MAX_RANKS) });
  },
};
