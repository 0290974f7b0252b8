import type { Assistant } from '../assistant/assistant.ts';
import { parseArguments, type Suggestion } from '../assistant/command.ts';
import type { Input } from '../assistant/request.ts';

/** `/name` alone or with arguments behind it; a path such as `/dev/ttyS0` is not a command. */
const COMMAND = /^\/([a-z0-9_]{1,32})(?:\s+([\s\S]*))?$/i;

/** What somebody typed into a line: a command when it begins with a slash and a name, a question otherwise. */
export function readInput(typed: string, { commands }: Pick<Assistant, 'commands'>): Input {
  const text = typed.trim();
  const [, name, rest = ''] = COMMAND.exec(text) ?? [];
  if (name === undefined) return { type: 'question', text };
  const command = commands.find((each) => each.name === name.toLowerCase());
  return { type: 'command', name: name.toLowerCase(), values: command ? parseArguments(command, rest) : {} };
}

/**
 * Ways to complete what somebody has typed so far, best first: names of commands after a slash, values of the argument
 * that is being typed, titles of notes otherwise. Each value is the whole line with the completion in it.
 */
export function completeInput(typed: string, assistant: Assistant, limit: number): readonly Suggestion[] {
  const line = typed.trimStart();
  if (/^\/\w*$/.test(line)) {
    return assistant.commands
      .filter(({ name }) => name.startsWith(line.slice(1).toLowerCase()))
      .slice(0, limit)
      .map(({ name, description, arguments: args }) => ({
        label: `/${name}: ${description}`,
        value: `/${name}${args.length > 0 ? ' ' : ''}`,
      }));
  }
  const [, name, rest = ''] = COMMAND.exec(line) ?? [];
  const command = name === undefined ? undefined : assistant.commands.find((each) => each.name === name.toLowerCase());
  if (!command) {
    return line === '' ? [] : assistant.find(line, limit).map(({ title }) => ({ label: title, value: title }));
  }
  const words = rest.split(/\s+/);
  // The last argument takes the rest of the line, so further words still belong to it.
  const index = Math.min(words.length, command.arguments.length) - 1;
  const argument = command.arguments[index];
  if (!argument) return [];
  const value = words.slice(index).join(' ');
  const before = [`/${command.name}`, ...words.slice(0, index)].join(' ');
  return assistant
    .suggest(command.name, argument.name, value)
    .slice(0, limit)
    .map((suggestion) => ({ label: suggestion.label, value: `${before} ${suggestion.value}` }));
}
