import { describe, expect, test } from 'vitest';
import { commandsDiffer } from '../../../src/adapters/discord/commands/command-difference.ts';
import { choicesFor } from '../../../src/adapters/discord/interactions/autocomplete.ts';
import { questionIn } from '../../../src/adapters/discord/interactions/request.ts';
import { commandDefinitions } from '../../../src/adapters/discord/index.ts';
import { COMMANDS } from '../../../src/assistant/commands/index.ts';
import type { Command } from '../../../src/assistant/command.ts';
import { plainReply } from '../../../src/assistant/reply.ts';
import { commandList, commandPayload } from '../../wire/discord-server/command-rules.ts';

const command = (overrides: Partial<Command> = {}): Command => ({
  name: 'topics',
  description: 'What there is',
  arguments: [],
  run: () => plainReply('answer', ''),
  ...overrides,
});

const argument = (name: string, overrides: Partial<Command['arguments'][number]> = {}) => ({
  name,
  description: name,
  required: false,
  ...overrides,
});

describe('command definitions', () => {
  test('of all commands there are, Discord takes', () => {
    expect(commandList.safeParse(commandDefinitions(COMMANDS)).error?.issues ?? []).toEqual([]);
  });

  test('hold a command that somebody adds', () => {
    expect(commandDefinitions([...COMMANDS, command({ name: 'brand_new' })]).map(({ name }) => name)).toContain(
      'brand_new',
    );
  });

  test('offer more than 25 choices while typing instead of in a menu', () => {
    const choices = Array.from({ length: 30 }, (_, index) => `choice ${index}`);
    const definitions = commandDefinitions([command({ arguments: [argument('which', { choices })] })]);
    expect(commandList.safeParse(definitions).error).toBeUndefined();
    expect(JSON.stringify(definitions)).toContain('"autocomplete":true');
  });

  test('refuse an argument that takes the place of an option of ours, and too many of them', () => {
    expect(() => commandDefinitions([command({ arguments: [argument('private')] })])).toThrow(
      /Name the argument differently/,
    );
    const many = Array.from({ length: 24 }, (_, index) => argument(`a${index}`));
    expect(() => commandDefinitions([command({ arguments: many })])).toThrow(/at most 23/);
  });
});

describe('the difference between what is registered and what is wanted', () => {
  const wanted = commandDefinitions(COMMANDS);
  const registered = commandList
    .parse(wanted)
    .map((each, index) => commandPayload(Object.assign(each, { id: String(index) }), '1'));

  test('is none when Discord gives back what it was sent, in another order', () => {
    // The payloads are what Discord sends: discord.js types them more narrowly than the server builds them.
    expect(commandsDiffer(registered.toReversed() as never, wanted)).toBe(false);
  });

  test('is seen in a description, an option and a command that is gone', () => {
    const [first, ...others] = COMMANDS;
    if (!first) throw new Error('There are no commands.');
    const variants: readonly (readonly Command[])[] = [
      others,
      [{ ...first, description: 'Other' }, ...others],
      [{ ...first, arguments: [...first.arguments, argument('new')] }, ...others],
      [{ ...first, arguments: first.arguments.toReversed().concat(argument('new')) }, ...others],
    ];
    for (const variant of variants) expect(commandsDiffer(wanted, commandDefinitions(variant))).toBe(true);
  });
});

test('the words of a message are what is left without mentions, channels, emojis and times', () => {
  expect(questionIn('<@123> hey <@!4> what is <#5> <:plc:678> <a:x:9> modbus <t:1700000000:R>?  \n ok')).toBe(
    'hey what is modbus ? \n ok',
  );
  expect(questionIn('is 3 < 5 and a <b> tag kept?')).toBe('is 3 < 5 and a <b> tag kept?');
});

test('empty suggestions are not offered', () => {
  expect(
    choicesFor([
      { label: ' ', value: 'a' },
      { label: 'b', value: ' ' },
      { label: 'c', value: 'c' },
    ]),
  ).toEqual([{ name: 'c', value: 'c' }]);
});
