import { EXAM_QUESTIONS, startExam } from '../../quiz/start-session.ts';
import type { Command } from '../command.ts';
import { learnerOf, placeKey } from '../quiz/identity.ts';
import { firstQuestion } from '../quiz/session-replies.ts';

export const exam: Command = {
  name: 'exam',
  description: `${EXAM_QUESTIONS} questions across all topics, timed, with a report at the end`,
  arguments: [],
  theme: 'quiz',
  changesState: true,
  run: async ({ request }, { knowledge, quiz }) => {
    const parts = await quiz();
    const start = { learner: learnerOf(request.asker), place: placeKey(request.asker, request.place) };
    return firstQuestion(parts, knowledge, await startExam(parts, start), 'I have no questions for an exam.');
  },
};
