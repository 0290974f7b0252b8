import { answerQuestion } from '../answer.ts';
import type { Command } from '../command.ts';
import { suggestTitles } from './suggest-titles.ts';

export const compare: Command = {
  name: 'compare',
  description: 'Two topics side by side, for example Modbus and DNP3',
  arguments: [
    { name: 'first', description: 'The first topic', required: true, suggest: suggestTitles },
    { name: 'second', description: 'The second topic', required: true, suggest: suggestTitles },
  ],
  run: ({ request, values }, services) =>
    answerQuestion(
      `${values['first'] ?? ''} vs ${(values['second'] ?? '').replace(/^(vs|versus|and|or|with)\s+/i, '')}`,
      request,
      services,
    ),
};
