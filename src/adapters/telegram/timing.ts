import { setTimeout as sleep } from 'node:timers/promises';

/** Waiting and chance, passed in so that tests decide both. */
export interface Timing {
  /** Resolves after so many milliseconds; rejects as soon as the signal is aborted. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
}

/** The real clock and real chance. */
export const REAL_TIMING: Timing = {
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, signal && { signal }),
  random: Math.random,
};

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * The pause before trying again after so many failures in a row, in milliseconds: doubling from a second to half a
 * minute, of which a random half is taken off so that many instances don't return at the same moment.
 */
export function growingPause(failures: number, random: () => number): number {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1), LONGEST_PAUSE_MS);
  return Math.round(longest * (1 - random() / 2));
}
