import { describe, expect, it } from 'vitest';
import { completeInput, readInput } from '../../src/adapters/typed-input.ts';
import type { Command } from '../../src/assistant/command.ts';
import { plainReply } from '../../src/assistant/reply.ts';
import { scriptedAssistant } from './scripted-assistant.ts';

const compare: Command = {
  name: 'compare',
  description: 'Two topics side by side',
  arguments: [
    { name: 'first', description: 'One', required: true },
    { name: 'second', description: 'Other', required: true },
  ],
  run: () => plainReply('comparison', 'side by side'),
};

const assistant = scriptedAssistant(undefined, {
  commands: [compare],
  find: (typed) => [{ id: 'modbus', title: `Modbus for ${typed}`, description: '', reply: plainReply('answer', '') }],
  suggest: (command, argument, typed) => [{ label: `${command} ${argument} ${typed}`, value: 'Modbus' }],
});

describe('a typed line', () => {
  it('is a question unless it begins with a slash', () => {
    expect(readInput('  what is modbus ', assistant)).toEqual({ type: 'question', text: 'what is modbus' });
  });

  it('is a command with its arguments when it begins with a slash and a name', () => {
    const values = { first: 'modbus', second: 'dnp3 please' };
    expect(readInput('/Compare modbus  dnp3 please', assistant)).toEqual({ type: 'command', name: 'compare', values });
  });

  it('is a command even when Otto has none of that name, so that he can say so', () => {
    expect(readInput('/nope x', assistant)).toEqual({ type: 'command', name: 'nope', values: {} });
  });

  it.each(['/dev/ttyS0 shows nothing', '/', '// what'])('is a question when the slash begins no name: %s', (text) => {
    expect(readInput(text, assistant)).toEqual({ type: 'question', text });
  });
});

const values = (typed: string) => completeInput(typed, assistant, 5).map(({ value }) => value);

describe('completing a typed line', () => {
  it('offers command names after a slash, ready for their arguments', () => {
    expect(values('/co')).toEqual(['/compare ']);
    expect(values('/x')).toEqual([]);
  });

  it('offers values for the argument that is being typed, within the whole line', () => {
    expect(values('/compare mo')).toEqual(['/compare Modbus']);
    expect(completeInput('/compare dnp3 mo', assistant, 5)).toEqual([
      { label: 'compare second mo', value: '/compare dnp3 Modbus' },
    ]);
  });

  it('takes further words as part of the last argument', () => {
    expect(completeInput('/compare dnp3 a b', assistant, 5)[0]?.label).toBe('compare second a b');
  });

  it('offers note titles for anything else, and nothing for nothing', () => {
    expect(values('mod')).toEqual(['Modbus for mod']);
    expect(values('  ')).toEqual([]);
  });
});
