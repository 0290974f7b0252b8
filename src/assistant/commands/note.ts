import type { Command } from '../command.ts';
import { wholeNoteReply } from '../compose/note-reply.ts';
import { plainReply } from '../reply.ts';
import { suggestTitles } from './suggest-titles.ts';

export const note: Command = {
  name: 'note',
  description: 'A whole note: all its facts, sections and sources',
  arguments: [
    {
      name: 'title',
      description: 'Title or another name of the note',
      required: true,
      suggest: suggestTitles,
    },
  ],
  run: ({ values }, { knowledge, search }) => {
    const title = values['title'] ?? '';
    const [found] = title.trim() === '' ? [] : search.complete(title, 1);
    if (found) return wholeNoteReply(found, knowledge);
    return plainReply('unknown', `I have no note called “${title.slice(0, 60)}”. /topics lists what there is.`);
  },
};
