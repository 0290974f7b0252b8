import { addPoll, findPoll } from '../../store/polls.ts';
import type { QuizParts } from '../../quiz/quiz-parts.ts';
import type { PlatformPoll, Polls } from '../assistant.ts';
import { addressOf } from './identity.ts';

/** Keeps which question a native poll stands for. */
export function createPolls(quiz: () => Promise<QuizParts>): Polls {
  return {
    remember: async (poll, { session, position }, place) => {
      const { db } = await quiz();
      await addPoll(db, { id: pollKey(poll), session, position, place: `${poll.platform}:${place}` });
    },
    recall: async (poll, option) => {
      const { db } = await quiz();
      const known = await findPoll(db, pollKey(poll));
      if (!known) return undefined;
      const { session, position } = known;
      return { action: { type: 'answer', session, position, option }, place: addressOf(known.place).id };
    },
  };
}

function pollKey({ platform, id }: PlatformPoll): string {
  return `${platform}:${id}`;
}
