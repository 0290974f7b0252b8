import { answerQuestion } from '../answer.ts';
import type { Command } from '../command.ts';

export const ask: Command = {
  name: 'ask',
  description: 'Ask about IT and OT: protocols, incidents, components, standards, attacks, defences',
  arguments: [
    {
      name: 'question',
      description: 'Your question in plain words',
      required: true,
      suggest: (typed, { search }) => search.complete(typed, 25).map(({ title }) => ({ label: title, value: title })),
    },
  ],
  run: ({ request, values }, services) => answerQuestion(values['question'] ?? '', request, services),
};
