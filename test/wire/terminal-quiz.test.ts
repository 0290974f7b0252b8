import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FIXTURE_KNOWLEDGE } from '../adapters/fixture-assistant.ts';
import { runOtto, spawnOtto } from './otto-process.ts';

/** Somebody at the other end of a process, who reads on before typing. */
function talker({ stdin, stdout }: { readonly stdin: Writable; readonly stdout: Readable }) {
  let written = '';
  let read = 0;
  const waiting = new Set<() => void>();
  stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
    for (const look of waiting) look();
  });
  return {
    type: (keys: string) => stdin.write(keys),
    /** What was written up to and with the pattern, since the last time; as it would be read. */
    until: (pattern: RegExp) =>
      new Promise<string>((found) => {
        const look = () => {
          const text = stripVTControlCharacters(written).replaceAll('\r', '');
          const match = pattern.exec(text.slice(read));
          if (!match) return;
          waiting.delete(look);
          const end = read + match.index + match[0].length;
          found(text.slice(read, end));
          read = end;
        };
        waiting.add(look);
        look();
      }),
  };
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'otto-quiz-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const ASKED = /Answer with A to [B-D], or 1 to [2-4]\./;

describe('npm run quiz in a pipe', () => {
  it('asks at once, goes to the result by letters, numbers and empty lines, and asks again what was missed', async () => {
    const otto = spawnOtto(['quiz', 'protocols', '2']);
    const { type, until } = talker(otto);
    expect(await until(ASKED)).toContain('question 1 of 2 (protocols');
    type('a\n');
    expect(await until(/Enter goes on\./)).toMatch(/✓ [A-D]\. .* \(right\)/);
    type('\n');
    expect(await until(ASKED)).toContain('question 2 of 2');
    type('2\n');
    await until(/Enter goes on\./);
    type('\n');
    const result = await until(/\] My progress/);
    const right = Number(/(\d) of 2 right/.exec(result)?.[1]);
    if (right < 2) {
      type('1\n');
      expect(await until(ASKED)).toContain(`question 1 of ${2 - right}`);
    }
    type('exit\n');
    expect(await once(otto, 'close')).toEqual([0, null]);
  });

  it('keeps the question open while something else is asked', async () => {
    const otto = spawnOtto(['quiz', '1']);
    const { type, until } = talker(otto);
    await until(ASKED);
    type('what is modbus\n');
    await until(/Modbus is the simplest/);
    await until(/\n> /);
    type('\n');
    expect(await until(ASKED)).toContain('question 1 of 1');
    type('B\n');
    await until(/Enter goes on\./);
    otto.stdin.end();
    expect(await once(otto, 'close')).toEqual([0, null]);
  });

  it('goes through an exam to its report, without a word on the way about what is right', async () => {
    const otto = spawnOtto(['quiz', '1']);
    const { type, until } = talker(otto);
    await until(ASKED);
    type('/exam\n');
    const first = await until(ASKED);
    expect(first).toContain('25 minutes left');
    const total = Number(/question 1 of (\d+)/.exec(first)?.[1]);
    for (let number = 2; number <= total; number += 1) {
      type('b\n');
      expect(await until(ASKED)).toMatch(new RegExp(`^\\s*>\\s+Exam: question ${number} of ${total}`));
    }
    type('b\n');
    expect(await until(/Exam (not )?passed[\s\S]*\] My progress/)).toContain(`of ${total} right`);
    type('exit\n');
    await once(otto, 'close');
  });

  it('tells a topic that there is none of', async () => {
    const { status, stdout } = await runOtto(['quiz', 'cooking'], 'exit\n');
    expect(status).toBe(0);
    expect(stdout).toContain('I have no topic “cooking”. There are ');
  });
});

it('answers are kept for the next time, and deleted after having been asked', async () => {
  const folder = await emptyFolder();
  const environment = { DATABASE_URL: `sqlite:${join(folder, 'otto.db')}` };
  await runOtto(['quiz', '1'], 'a\n', environment);
  expect((await runOtto(['ask', '/progress'], '', environment)).stdout).toContain('1 answer, ');
  const { stdout } = await runOtto(['quiz', '1'], '/forget\n1\n', environment);
  expect(stdout).toContain('I know nothing about you any more');
  expect((await runOtto(['ask', '/progress'], '', environment)).stdout).toContain('haven’t answered anything yet');
});

it('an export goes into the folder that the command was typed in, over nothing', async () => {
  const folder = await emptyFolder();
  const cards = join(folder, 'otto-cards.txt');
  await writeFile(cards, 'mine');
  const { stdout } = await runOtto(['quiz', '1'], 'a\n/export\n', { INIT_CWD: folder });
  expect(stdout).toContain(`Saved ${join(folder, 'otto-cards-2.txt')}`);
  expect(await readFile(cards, 'utf8')).toBe('mine');
  expect((await readdir(folder)).toSorted()).toEqual(['otto-cards-2.txt', 'otto-cards.txt', 'otto-data.json']);
});

/** Runs a program on a terminal of its own; part of util-linux, which nearly every Linux has. */
const SCRIPT = '/usr/bin/script';

it.skipIf(!existsSync(SCRIPT))('a quiz on a real terminal is in colour, and takes keys as they are typed', async () => {
  const main = resolve(import.meta.dirname, '../../src/main.ts');
  const otto = spawn(SCRIPT, ['-qefc', `"${process.execPath}" "${main}" quiz 1`, '/dev/null'], {
    env: { OTTO_KNOWLEDGE: FIXTURE_KNOWLEDGE, DATABASE_URL: 'sqlite::memory:', TERM: 'xterm', SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let raw = '';
  otto.stdout.on('data', (bytes: Buffer) => (raw += bytes.toString()));
  const { type, until } = talker(otto);
  await until(ASKED);
  await until(/> /);
  type('xb\u0001\u001B[3~\r'); // to the beginning of the line, delete the x
  expect(await until(/Enter goes on\./)).toMatch(/✓ [A-D]\. .* \(right\)/);
  expect(raw.includes('\u001B[32m✓') || raw.includes('\u001B[31m✗')).toBe(true);
  type('\r');
  await until(/of 1 right/);
  type('\u0004');
  expect(await once(otto, 'close')).toEqual([0, null]);
});
