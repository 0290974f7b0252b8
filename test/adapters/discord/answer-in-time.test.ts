import { expect, test } from 'vitest';
import { answerInTime, DEFER_AFTER } from '../../../src/adapters/discord/answer-in-time.ts';

/** Runs the race with a clock that only a test moves. */
function race(age: number) {
  const work = Promise.withResolvers<string>();
  const alarm = Promise.withResolvers<void>();
  const seen = { waited: undefined as number | undefined, deferred: 0, stopped: false };
  const outcome = answerInTime(work.promise, {
    age,
    wait: (milliseconds, signal) => {
      seen.waited = milliseconds;
      signal.addEventListener('abort', () => (seen.stopped = true));
      return alarm.promise;
    },
    defer: async () => {
      seen.deferred += 1;
    },
  });
  return { work, alarm, seen, outcome };
}

test('an answer in time is not deferred, and the timer is stopped', async () => {
  const { work, seen, outcome } = race(100);
  work.resolve('answer');
  expect(await outcome).toEqual({ answer: 'answer', deferred: false });
  expect(seen).toEqual({ waited: DEFER_AFTER - 100, deferred: 0, stopped: true });
});

test('an answer that is late is deferred once', async () => {
  const { work, alarm, seen, outcome } = race(0);
  alarm.resolve();
  await expect.poll(() => seen.deferred).toBe(1);
  work.resolve('answer');
  expect(await outcome).toEqual({ answer: 'answer', deferred: true });
});

test('an interaction that is already old is deferred at once', async () => {
  const { work, seen, outcome } = race(2000);
  await expect.poll(() => seen.deferred).toBe(1);
  work.resolve('answer');
  expect((await outcome).deferred).toBe(true);
});

test('a clock that runs behind Discord’s never makes it wait longer', () => {
  const { seen, work } = race(-60_000);
  expect(seen.waited).toBe(DEFER_AFTER);
  work.resolve('');
});

test('a failure comes through and the timer is stopped', async () => {
  const { work, seen, outcome } = race(0);
  work.reject(new Error('broken'));
  await expect(outcome).rejects.toThrow('broken');
  expect(seen.stopped).toBe(true);
});
