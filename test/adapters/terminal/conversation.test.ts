import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { completions } from '../../../src/adapters/terminal/conversation.ts';
import { runAsk } from '../../../src/adapters/terminal/index.ts';
import { renderTurn } from '../../../src/adapters/terminal/render-turn.ts';
import { inputOf, type Turn } from '../../../src/adapters/terminal/turn.ts';
import { PLAIN } from '../../../src/adapters/plain-text.ts';
import { plainReply, type Button } from '../../../src/assistant/reply.ts';
import { scriptedAssistant } from '../scripted-assistant.ts';

const BUTTONS: readonly Button[] = [
  { label: 'More', action: { type: 'more', note: 'modbus' }, role: 'more' },
  { label: 'Programmable logic controller', action: { type: 'note', note: 'plc' }, role: 'related' },
];

const TURN: Turn = { buttons: BUTTONS, options: [] };

function terminal() {
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 60 });
  const input = Object.assign(new PassThrough(), { isTTY: true });
  let shown = '';
  const waiting: { readonly text: string; readonly resolve: () => void }[] = [];
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += stripVTControlCharacters(text);
    for (const each of waiting) if (shown.includes(each.text)) each.resolve();
  });
  return {
    input,
    output,
    shown: () => shown,
    type: (keys: string) => input.write(keys),
    /** Resolves when the text has been shown. */
    until: (text: string) =>
      new Promise<void>((resolve) => {
        if (shown.includes(text)) resolve();
        else waiting.push({ text, resolve });
      }),
  };
}

describe('a conversation', () => {
  it('answers line by line, presses numbered buttons and ends with the input', async () => {
    const screen = terminal();
    const assistant = scriptedAssistant(({ input }) =>
      input.type === 'action'
        ? plainReply('answer', 'All of the note.')
        : plainReply('answer', 'In short.', { buttons: BUTTONS }),
    );
    const { input, output } = screen;
    const left = runAsk({ assistant, json: false, input, output, environment: {}, folder: '.', now: () => 0 });
    await screen.until('> ');
    screen.type('what is modbus\r');
    await screen.until('[2] Programmable logic controller');
    screen.type('\r1\r');
    await screen.until('All of the note.');
    screen.type('\u0004');
    await left;
    expect(assistant.requests.map((request) => request.input)).toEqual([
      { type: 'question', text: 'what is modbus' },
      { type: 'action', action: { type: 'more', note: 'modbus' } },
    ]);
    expect(new Set(assistant.requests.map(({ place }) => place.id)).size).toBe(1);
  });

  it.each(['exit\r', 'QUIT\r', '\u0003'])('is left by %j', async (keys) => {
    const screen = terminal();
    const { input, output } = screen;
    const left = runAsk({
      assistant: scriptedAssistant(),
      json: false,
      input,
      output,
      environment: {},
      folder: '.',
      now: () => 0,
    });
    await screen.until('> ');
    screen.type(keys);
    await left;
    expect(screen.shown()).toContain('I am Otto.');
  });
});

describe('a typed line in a conversation', () => {
  it('presses the button of that number', () => {
    expect(inputOf(' 2 ', TURN, scriptedAssistant())).toEqual({
      type: 'action',
      action: { type: 'note', note: 'plc' },
    });
  });

  it.each(['0', '3', '502', '1.5'])('asks when no button has that number: %s', (text) => {
    expect(inputOf(text, TURN, scriptedAssistant())).toEqual({ type: 'question', text });
  });

  it('asks nothing when it is empty', () => {
    expect(inputOf('   ', TURN, scriptedAssistant())).toBeUndefined();
  });

  it('is completed by lines that go on from it, or else by all that were found', () => {
    const found = ['Modbus', 'A model'].map((title) => ({
      id: 'x',
      title,
      description: '',
      reply: plainReply('answer', ''),
    }));
    const assistant = scriptedAssistant(undefined, { find: () => found });
    expect(completions('mod', assistant)).toEqual(['Modbus']);
    expect(completions('zzz', assistant)).toEqual(['Modbus', 'A model']);
  });
});

describe('the buttons of an answer', () => {
  it('break between two, never within one', () => {
    const reply = plainReply('answer', '', { buttons: [...BUTTONS, ...BUTTONS] });
    expect(renderTurn(reply, { ...PLAIN, columns: 48 }).trim()).toBe(
      '[1] More  [2] Programmable logic controller\n[3] More  [4] Programmable logic controller',
    );
  });

  it('stand one below the other when they are choices', () => {
    expect(renderTurn(plainReply('choices', '', { buttons: BUTTONS }), PLAIN).trim()).toBe(
      '[1] More\n[2] Programmable logic controller',
    );
  });
});
