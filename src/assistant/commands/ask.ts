import { answerQuestion } from '../answer.ts';
import type { Command } from '../command.ts';
import { suggestTitles } from './suggest-titles.ts';

export const ask: Command = {
  name: 'ask',
  description: 'Ask about IT and OT: protocols, incidents, components, standards, attacks, defences',
  arguments: [
    {
      name: 'question',
      description: 'Your question in plain words',
      required: true,
      suggest: suggestTitles,
    },
  ],
  run: ({ request, values }, services) => answerQuestion(values['question'] ?? '', request, services),
};
