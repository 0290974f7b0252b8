import type { Command } from '../command.ts';
import { plainReply } from '../reply.ts';

export const help: Command = {
  name: 'help',
  description: 'What Otto can do',
  arguments: [],
  run: (_call, { commands }) =>
    plainReply(
      'answer',
      'Ask me about IT and OT security in plain words, for example “which port does Modbus use?” or “Modbus vs DNP3”. I answer only from notes that people have checked, with their sources; what I do not know I say.',
      {
        title: 'What I can do',
        fields: commands.map(({ name, arguments: args, description }) => ({
          name: ['/' + name, ...args.map((arg) => (arg.required ? `<${arg.name}>` : `[${arg.name}]`))].join(' '),
          value: description,
        })),
      },
    ),
};
