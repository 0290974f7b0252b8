import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** Loaded before Otto in the child process; see there. */
export const CLOCK_PRELOAD = resolve(import.meta.dirname, 'shifted-clock.ts');

/** How far a step of {@link TestClock.advanceUntil} goes, in milliseconds. */
const STEP_MS = 5000;

/** Pause between two such steps, in milliseconds: Otto looks once a second for what is due. */
const PAUSE_MS = 250;

/**
 * A clock that runs as the machine's and that a test can put forward, for Otto's processes and the servers around them
 * alike. Otto itself knows nothing of it.
 */
export class TestClock {
  #ahead: number;
  readonly #processes = new Set<ChildProcess>();

  /** @param start milliseconds since 1970; now by default */
  constructor(start = Date.now()) {
    this.#ahead = start - Date.now();
  }

  /** The time in milliseconds since 1970. */
  readonly now = (): number => Date.now() + this.#ahead;

  /** How far it is ahead of the machine's clock, in milliseconds. */
  get ahead(): number {
    return this.#ahead;
  }

  /** Keeps a process that was started with {@link CLOCK_PRELOAD} on this time. */
  govern(process: ChildProcess): void {
    this.#processes.add(process);
    process.once('exit', () => this.#processes.delete(process));
  }

  /** Puts the clock forward; over when every process has done so. */
  async advance(ms: number): Promise<void> {
    this.#ahead += ms;
    await Promise.all(
      [...this.#processes].map(async (process) => {
        const listening = new AbortController();
        const taken = ['message', 'exit'].map((event) => once(process, event, listening));
        process.send(this.#ahead);
        await Promise.race(taken);
        listening.abort();
        await Promise.allSettled(taken);
      }),
    );
  }

  /** Puts the clock forward in steps until something has happened. */
  async advanceUntil<T>(happened: Promise<T>): Promise<T> {
    while (!(await Promise.race([happened.then(() => true), pause(PAUSE_MS)]))) await this.advance(STEP_MS);
    return happened;
  }
}

function pause(ms: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, false);
  });
}
