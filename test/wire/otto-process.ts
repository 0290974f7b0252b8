import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { FIXTURE_KNOWLEDGE } from '../adapters/fixture-assistant.ts';
import { CLOCK_PRELOAD, type TestClock } from './test-clock.ts';

const MAIN = resolve(import.meta.dirname, '../../src/main.ts');

/** Otto's command line as a child process over the small knowledge folder, which forgets at its end, with nothing else in its environment. */
export function spawnOtto(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcessByStdio<Writable, Readable, Readable> {
  return spawn(process.execPath, [MAIN, ...args], {
    env: { OTTO_KNOWLEDGE: FIXTURE_KNOWLEDGE, DATABASE_URL: 'sqlite::memory:', LOG_LEVEL: 'error', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Otto's command line as a child process that lives by a test's clock. */
function spawnOttoBy(clock: TestClock, args: readonly string[], environment: Readonly<Record<string, string>>) {
  const otto = spawn(process.execPath, ['--import', CLOCK_PRELOAD, MAIN, ...args], {
    env: {
      OTTO_KNOWLEDGE: FIXTURE_KNOWLEDGE,
      LOG_LEVEL: 'error',
      TEST_CLOCK_AHEAD: String(clock.ahead),
      ...environment,
    },
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  });
  clock.govern(otto);
  // Node types a child with a fourth stream more loosely; the first three are pipes, as said above.
  return otto as ChildProcessByStdio<Writable, Readable, Readable>;
}

/** How a run of the command line ended. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line to its end with the given standard input. */
export async function runOtto(
  args: readonly string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const otto = spawnOtto(args, environment);
  otto.stdin.end(input);
  const [[status], stdout, stderr] = await Promise.all([
    once(otto, 'close'),
    otto.stdout.setEncoding('utf8').toArray(),
    otto.stderr.setEncoding('utf8').toArray(),
  ]);
  return { status, stdout: stdout.join(''), stderr: stderr.join('') };
}

/** A running Otto with its web page. */
export interface RunningOtto {
  readonly address: string;
  /** Asks it to stop, and resolves with its exit status. */
  readonly stop: () => Promise<number | null>;
  /** Kills it at once, as a power cut does. */
  readonly kill: () => Promise<void>;
  /** What it has written so far. */
  readonly written: () => string;
}

/**
 * Starts Otto on a free port and waits until it tells the page's address.
 *
 * @param clock what it takes the time from; the machine's by default
 * @throws {Error} with what it wrote when it ends before
 */
export async function startOtto(
  environment: Readonly<Record<string, string>> = {},
  clock?: TestClock,
): Promise<RunningOtto> {
  const all = { PORT: '0', ...environment };
  const otto = clock ? spawnOttoBy(clock, ['start'], all) : spawnOtto(['start'], all);
  let written = '';
  otto.stderr.setEncoding('utf8').on('data', (text: string) => (written += text));
  otto.stdout.setEncoding('utf8');
  const closed = once(otto, 'close');
  const address = await new Promise<string>((found, failed) => {
    otto.stdout.on('data', (text: string) => {
      written += text;
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(written) ?? [];
      if (url !== undefined) found(url);
    });
    otto.once('close', () => failed(new Error(`Otto ended before it had an address. It wrote:\n${written}`)));
  });
  return {
    address,
    stop: async () => {
      otto.kill('SIGTERM');
      const [status] = await closed;
      return status;
    },
    kill: async () => {
      otto.kill('SIGKILL');
      await closed;
    },
    written: () => written,
  };
}
