import { answerQuestion } from '../answer.ts';
import type { Command, CommandArgument } from '../command.ts';

const suggestNote: CommandArgument['suggest'] = (typed, { search }) =>
  search.complete(typed, 25).map(({ title }) => ({ label: title, value: title }));

export const compare: Command = {
  name: 'compare',
  description: 'Two topics side by side, for example Modbus and DNP3',
  arguments: [
    { name: 'first', description: 'The first topic', required: true, suggest: suggestNote },
    { name: 'second', description: 'The second topic', required: true, suggest: suggestNote },
  ],
  run: ({ request, values }, services) =>
    answerQuestion(`${values['first'] ?? ''} vs ${values['second'] ?? ''}`, request, services),
};
