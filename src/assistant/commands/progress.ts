import { progressOf, type Progress } from '../../quiz/progress.ts';
import { findReminder } from '../../store/reminders.ts';
import type { Command } from '../command.ts';
import { paragraph } from '../../knowledge/rich-text.ts';
import { learnerOf } from '../quiz/identity.ts';
import { topicName } from '../quiz/topics.ts';
import { momentIn } from '../quiz/wording.ts';
import { plainReply, type Block } from '../reply.ts';

export const progress: Command = {
  name: 'progress',
  description: 'How far you have come: what you know, your streak, what is due',
  arguments: [],
  theme: 'quiz',
  run: async ({ request }, { quiz, drawProgress }) => {
    const parts = await quiz();
    const learner = learnerOf(request.asker);
    const zone = (await findReminder(parts.db, learner.id))?.zone ?? 'UTC';
    const state = await progressOf(parts, learner.id, zone);
    if (state.answers === 0) return plainReply('quiz', 'You haven’t answered anything yet. /quiz starts a quiz.');
    const picture = await drawProgress?.(state);
    return plainReply('quiz', '', {
      title: 'Your progress',
      body: [paragraph(summaryOf(state, zone)), topicTable(state)],
      ...(picture && { picture }),
      buttons: [{ label: state.due > 0 ? `Review ${state.due} due` : 'Quiz', action: next(state), role: 'navigation' }],
      audience: 'asker',
    });
  },
};

function next({ due }: Progress) {
  return { type: 'command', name: due > 0 ? 'review' : 'quiz' } as const;
}

function summaryOf({ answers, right, streak, due, nextDue }: Progress, zone: string): string {
  const days = streak === 1 ? '1 day' : `${streak} days`;
  const dueText = due === 0 ? 'Nothing is due now' : `${due} ${due === 1 ? 'question is' : 'questions are'} due now`;
  const nextText = nextDue === undefined ? '' : `; the next comes ${momentIn(nextDue, zone)}`;
  const share = Math.round((100 * right) / answers);
  return `${answers} ${answers === 1 ? 'answer' : 'answers'}, ${share} % right. Streak: ${days}. ${dueText}${nextText}.`;
}

function topicTable({ topics }: Progress): Block {
  return {
    type: 'table',
    header: ['Topic', 'Seen', 'Mastered', 'Remembered now'].map(cell),
    rows: topics.map(({ topic, items, seen, mastered, recall }) => [
      cell(topicName(topic)),
      cell(`${seen} of ${items}`),
      cell(`${mastered}`),
      cell(`${Math.round(100 * recall)} %`),
    ]),
  };
}

function cell(text: string) {
  return [{ type: 'text', text }] as const;
}
