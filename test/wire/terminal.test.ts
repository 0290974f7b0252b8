import { once } from 'node:events';
import { expect, it } from 'vitest';
import { runOtto, spawnOtto } from './otto-process.ts';

it('answers a question in plain text in a pipe', async () => {
  const { status, stdout, stderr } = await runOtto(['ask', 'what', 'is', 'modbus']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^Modbus\n\nModbus is the simplest/);
  expect(stdout).toContain('Caution: Never send test writes');
  expect(stdout).toContain('https://www.modbus.org/');
  expect(stdout).not.toContain('\u001B');
});

it('answers one JSON request a line in order, with faults in their places', async () => {
  const input = [
    'what is dnp3',
    '{"question":"what is modbus","conversation":"a"}',
    '{oops',
    '{"question":"/help"}',
    '',
  ].join('\n');
  const { status, stdout } = await runOtto(['ask', '--json'], input);
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(answers.map(({ question }) => question)).toEqual(['what is dnp3', 'what is modbus', '{oops', '/help']);
  expect(answers[1]).toMatchObject({ kind: 'answer', notes: [{ id: 'modbus' }, ...answers[1].notes.slice(1)] });
  expect(answers[2]).toEqual({ question: '{oops', error: expect.stringContaining('malformed JSON') });
});

it('follows on within a conversation and nowhere else', async () => {
  const lines = [
    { question: 'what is dnp3', conversation: 'a' },
    { question: 'what is modbus', conversation: 'b' },
    { question: 'which port does it use', conversation: 'a' },
  ];
  const { stdout } = await runOtto(['ask', '--json'], lines.map((line) => JSON.stringify(line)).join('\n'));
  expect(JSON.parse(stdout.trimEnd().split('\n')[2] ?? '').text).toContain('20000');
});

it('answers each line before the next one comes, so that a program can talk with it', async () => {
  const otto = spawnOtto(['ask', '--json']);
  otto.stdout.setEncoding('utf8');
  for (const question of ['what is modbus', 'what is dnp3']) {
    otto.stdin.write(`${question}\n`);
    const [answer] = await once(otto.stdout, 'data');
    expect(JSON.parse(answer).question).toBe(question);
  }
  otto.stdin.end();
  expect(await once(otto, 'close')).toEqual([0, null]);
});

it('ends quietly when nobody reads on', async () => {
  const otto = spawnOtto(['ask', '--json']);
  otto.stdin.on('error', () => undefined); // Otto is expected to leave before it has read everything.
  otto.stdin.end('what is modbus\n'.repeat(2000));
  await once(otto.stdout, 'data');
  otto.stdout.destroy();
  const stderr = await otto.stderr.setEncoding('utf8').toArray();
  expect(stderr.join('')).toBe('');
});

it.each([
  ['a message of 100,000 characters', 'a'.repeat(100_000)],
  ['only emoji', '🤖🔥👩‍🔧'],
  ['control characters', '\u0000\u0007\u001B[2J\u009B'],
  ['stacked combining marks', `Z${'\u0301'.repeat(5000)}`],
  ['markup', '<b>&</b> **x** [y](javascript:z)'],
])('answers %s shortly', async (_what, question) => {
  const { status, stdout } = await runOtto(['ask', '--json'], `${JSON.stringify({ question })}\n`);
  const answer = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(answer.text.length).toBeLessThan(1500);
});

it('tells an option that it does not have', async () => {
  const { status, stderr } = await runOtto(['ask', '--colour']);
  expect(status).toBe(1);
  expect(stderr).toContain("Unknown option '--colour'");
  expect(stderr).toContain('Expected: ask [--json [--explain]] [QUESTION ...]');
});
