import { runningRound } from '../../store/rounds.ts';
import type { Command } from '../command.ts';
import { placeKey } from '../quiz/identity.ts';
import { stopReply } from '../quiz/round-replies.ts';
import { plainReply } from '../reply.ts';

export const stop: Command = {
  name: 'stop',
  description: 'Stop the quiz round here, if you started it or are a moderator',
  arguments: [],
  theme: 'quiz',
  changesState: true,
  needsChat: true,
  run: async ({ request }, { quiz }) => {
    const parts = await quiz();
    const round = await runningRound(parts.db, placeKey(request.asker, request.place));
    return round
      ? stopReply(parts, round.id, request)
      : plainReply('unknown', 'No round runs here. /round starts one.');
  },
};
