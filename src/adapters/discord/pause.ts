import { setTimeout as sleep } from 'node:timers/promises';

/** Waits some milliseconds; over at once, without an error, when the signal aborts. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** {@link Wait} by the clock of the machine. */
export const pause: Wait = async (milliseconds, signal) => {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

/** Milliseconds to wait after so many failures in a row: none, then 1 s, doubling up to a minute. */
export function pauseAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
}
