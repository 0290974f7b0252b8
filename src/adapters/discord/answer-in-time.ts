import type { Wait } from './pause.ts';

/** Milliseconds after which an interaction is acknowledged before its answer is there. Discord waits 3000. */
export const DEFER_AFTER = 1500;

/** How to gain time for an answer. */
export interface Deferral {
  /** Milliseconds since the interaction was made, by the clock that made it. */
  readonly age: number;
  readonly wait: Wait;
  /** Acknowledges the interaction, promising an answer. */
  readonly defer: () => Promise<unknown>;
}

/**
 * Waits for an answer, and defers when it isn't there in time.
 *
 * @returns the answer and whether it was deferred
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback
 */
export async function answerInTime<T>(
  work: Promise<T>,
  { age, wait, defer }: Deferral,
): Promise<{ readonly answer: T; readonly deferred: boolean }> {
  const timer = new AbortController();
  // The machine's clock may differ from Discord's: whatever it says, no more is waited than from now on.
  const patience = Math.min(Math.max(DEFER_AFTER - age, 0), DEFER_AFTER);
  try {
    const deferred = await Promise.race([
      work.then(() => false),
      patience === 0 ? Promise.resolve(true) : wait(patience, timer.signal).then(() => true),
    ]);
    if (deferred) await defer();
    return { answer: await work, deferred };
  } finally {
    timer.abort();
  }
}
