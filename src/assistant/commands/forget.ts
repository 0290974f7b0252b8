import type { Command } from '../command.ts';
import { plainReply } from '../reply.ts';

export const forget: Command = {
  name: 'forget',
  description: 'Delete everything I remember about you, for good',
  arguments: [],
  theme: 'quiz',
  run: () =>
    plainReply(
      'choices',
      'That deletes your cards, answers, points, reminders and name, at once and for good. /export gives you a copy first.',
      {
        title: 'Delete everything about you?',
        buttons: [{ label: 'Yes, delete it all', action: { type: 'forget' }, role: 'choice' }],
        audience: 'asker',
      },
    ),
};
