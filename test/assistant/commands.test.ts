import { beforeAll, describe, expect, test } from 'vitest';
import { parseArguments, type Command } from '../../src/assistant/command.ts';
import { COMMANDS } from '../../src/assistant/commands/index.ts';
import { plainReply } from '../../src/assistant/reply.ts';
import type { Knowledge } from '../../src/knowledge/load.ts';
import { fixtureKnowledge, testAssistant, textOf } from '../fixtures/assistant.ts';

let knowledge: Knowledge;

beforeAll(async () => {
  knowledge = await fixtureKnowledge();
});

const command = (name: string, values: Readonly<Record<string, string>> = {}) =>
  ({ type: 'command', name, values }) as const;

test('every command fits what both platforms accept', () => {
  for (const { name, description, arguments: args } of COMMANDS) {
    expect(name).toMatch(/^[a-z0-9_]{1,32}$/);
    expect(description.length).toBeLessThanOrEqual(100);
    for (const argument of args) {
      expect(argument.name).toMatch(/^[a-z]{1,32}$/);
      expect(argument.description.length).toBeLessThanOrEqual(100);
      expect(argument.choices?.length ?? 0).toBeLessThanOrEqual(25);
    }
  }
  expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length);
});

test('/help shows every command, also one that was added by a single file', async () => {
  const added: Command = {
    name: 'shift',
    description: 'Who is on shift',
    arguments: [],
    run: () => plainReply('answer', 'Nobody.'),
  };
  const { say } = testAssistant(knowledge, [...COMMANDS, added]);
  const text = textOf(await say(command('help')));
  for (const { name, description } of [...COMMANDS, added]) {
    expect(text).toContain(`/${name}`);
    expect(text).toContain(description);
  }
  expect(textOf(await say(command('shift')))).toContain('Nobody.');
});

test('/topics counts the notes by kind and lists one kind', async () => {
  const { say } = testAssistant(knowledge);
  expect(textOf(await say(command('topics')))).toContain('8 notes');
  const protocols = await say(command('topics', { kind: 'protocols' }));
  expect(protocols.kind).toBe('list');
  expect(protocols.notes.map(({ id }) => id).toSorted()).toEqual(['dnp3', 'modbus', 'opc-ua']);
  expect((await say(command('topics', { kind: 'recipes' }))).kind).toBe('unknown');
});

test('/compare, /note and /ask answer from their arguments', async () => {
  const { say } = testAssistant(knowledge);
  expect((await say(command('compare', { first: 'modbus', second: 'vs dnp3' }))).kind).toBe('comparison');
  expect((await say(command('note', { title: 'stuxnet' }))).notes[0]?.id).toBe('stuxnet');
  expect((await say(command('ask', { question: 'what is a plc' }))).notes[0]?.id).toBe('plc');
});

test('a command that does not exist is told so', async () => {
  expect(textOf(await testAssistant(knowledge).say(command('nonsense')))).toContain('/help');
});

test('an exception becomes an apology with the id that the log carries', async () => {
  const broken: Command = {
    name: 'broken',
    description: 'Breaks',
    arguments: [],
    run: () => {
      throw new Error('inside');
    },
  };
  const { say, faults } = testAssistant(knowledge, [broken]);
  const text = textOf(await say(command('broken')));
  expect(text).toContain('went wrong');
  expect(text).toContain('fault1');
  expect(text).not.toContain('inside');
  expect(faults).toEqual([{ error: new Error('inside'), id: 'fault1' }]);
});

const argument = (name: string) => ({ name, description: name, required: true });

describe('what is typed after a command is split into its arguments', () => {
  test.each([
    [['question'], '  what is  modbus ', { question: 'what is  modbus' }],
    [['first', 'second'], 'modbus dnp3 please', { first: 'modbus', second: 'dnp3 please' }],
    [['first', 'second'], 'modbus', { first: 'modbus' }],
    [['first'], '', {}],
    [[], 'ignored', {}],
  ])('%j: “%s”', (names, text, values) => {
    expect(parseArguments({ arguments: names.map(argument) }, text)).toEqual(values);
  });
});

test('suggestions begin with what was typed and stop at what a platform takes', () => {
  const { assistant } = testAssistant(knowledge);
  expect(assistant.suggest('ask', 'question', 'mod')[0]?.value).toBe('Modbus');
  expect(assistant.suggest('ask', 'question', 'mdbus')[0]?.value).toBe('Modbus');
  expect(assistant.suggest('ask', 'question', '').length).toBeLessThanOrEqual(25);
  expect(assistant.suggest('ask', 'nothing', 'mod')).toEqual([]);
  expect(assistant.find('stux', 5)[0]).toMatchObject({ id: 'stuxnet', title: 'Stuxnet' });
});
