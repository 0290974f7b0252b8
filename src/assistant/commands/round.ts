import type { Command } from '../command.ts';
import { startRoundReply } from '../quiz/round-replies.ts';
import { readWish } from '../quiz/topics.ts';

/** Questions of a round that is started from a button. */
const COUNT = 5;

export const round: Command = {
  name: 'round',
  description: 'A quiz round for everybody here; the same as /quiz group',
  arguments: [],
  theme: 'quiz',
  changesState: true,
  needsChat: true,
  run: async ({ request }, { quiz }) => startRoundReply(await quiz(), request, { ...readWish('group'), count: COUNT }),
};
