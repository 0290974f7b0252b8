import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runAsk } from '../../../src/adapters/terminal/index.ts';
import { plainReply } from '../../../src/assistant/reply.ts';
import { scriptedAssistant } from '../scripted-assistant.ts';

const LONG = 'word '.repeat(40).trim();

async function ask({
  lines = [],
  isTTY = false,
  environment = {},
  question,
  json = false,
}: {
  readonly lines?: readonly string[];
  readonly isTTY?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  readonly question?: string;
  readonly json?: boolean;
}): Promise<string> {
  const output = Object.assign(new PassThrough(), { isTTY, columns: 40 });
  const assistant = scriptedAssistant(plainReply('answer', LONG, { title: 'Modbus' }));
  const input = Readable.from(lines.map((line) => `${line}\n`));
  await runAsk({
    assistant,
    json,
    input,
    output,
    environment,
    folder: '.',
    now: () => 0,
    ...(question !== undefined && { question }),
  });
  output.end();
  return (await output.setEncoding('utf8').toArray()).join('');
}

describe('one question', () => {
  it('is answered in plain, unbroken text in a pipe', async () => {
    expect(await ask({ question: 'x' })).toBe(`Modbus\n\n${LONG}\n`);
  });

  it('is answered in colour and lines of the terminal’s width on a TTY', async () => {
    const text = await ask({ question: 'x', isTTY: true });
    expect(text).toContain('\u001B[1m');
    expect(text.split('\n').length).toBeGreaterThan(5);
  });

  it.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])(
    'is answered without colour when the environment says so: %j',
    async (environment) => {
      expect(await ask({ question: 'x', isTTY: true, environment })).not.toContain('\u001B');
    },
  );

  it('is answered as one JSON object on request', async () => {
    expect(JSON.parse(await ask({ question: 'x', json: true }))).toMatchObject({ question: 'x', kind: 'answer' });
  });
});

it('every line of the input is a question, with an empty line between the answers', async () => {
  expect(await ask({ lines: ['a', '', 'b'] })).toBe(`Modbus\n\n${LONG}\n\nModbus\n\n${LONG}\n`);
});

it('ends quietly when nobody reads on, and asks nothing more', async () => {
  const assistant = scriptedAssistant();
  const output = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
  });
  const input = Readable.from(['a\n', 'b\n']);
  await runAsk({ assistant, json: true, input, output, environment: {}, folder: '.', now: () => 0 });
  expect(assistant.requests).toHaveLength(1);
});

it('tells any other fault of the output', async () => {
  const output = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) });
  const running = runAsk({
    assistant: scriptedAssistant(),
    json: true,
    input: Readable.from(['a\n']),
    output,
    environment: {},
    folder: '.',
    now: () => 0,
  });
  await expect(running).rejects.toThrow('disk full');
});
