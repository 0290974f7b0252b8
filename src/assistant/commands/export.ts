import { ankiFile } from '../../quiz/anki-file.ts';
import { ownData } from '../../quiz/own-data.ts';
import { cardsOf } from '../../store/cards.ts';
import type { Command } from '../command.ts';
import { learnerOf } from '../quiz/identity.ts';
import { topicName } from '../quiz/topics.ts';
import { plainReply } from '../reply.ts';

export const exportCommand: Command = {
  name: 'export',
  description: 'Your cards as a file for Anki, and all I remember about you as JSON',
  arguments: [],
  theme: 'quiz',
  run: async ({ request }, { knowledge, quiz }) => {
    const { db, pool } = await quiz();
    const learner = learnerOf(request.asker).id;
    const items = (await cardsOf(db, learner)).flatMap(({ item }) => pool.get(item) ?? []);
    const data = await ownData(db, learner);
    if (data === undefined) return plainReply('quiz', 'I remember nothing about you.', { audience: 'asker' });
    return plainReply(
      'quiz',
      `Your ${items.length} cards for Anki (File, Import), and everything I remember about you as JSON.`,
      {
        title: 'Your data',
        attachments: [
          {
            name: 'otto-cards.txt',
            mediaType: 'text/plain',
            content: ankiFile(items, knowledge, topicName),
          },
          { name: 'otto-data.json', mediaType: 'application/json', content: `${JSON.stringify(data, null, 2)}\n` },
        ],
        audience: 'asker',
      },
    );
  },
};
