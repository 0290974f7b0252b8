import { expect, test } from 'vitest';
import { answerSession } from '../../src/quiz/answer-session.ts';
import { localDay } from '../../src/quiz/clock-time.ts';
import { progressOf } from '../../src/quiz/progress.ts';
import { setDaily, takeDailies, postedDaily } from '../../src/quiz/daily.ts';
import {
  afterQuiet,
  MAX_IGNORED,
  QUIET_HOURS,
  sentReminder,
  setReminder,
  snooze,
  takeReminders,
} from '../../src/quiz/reminder.ts';
import { startWith } from '../../src/quiz/start-session.ts';
import { openDatabase } from '../../src/store/database.ts';
import { testClock, testParts } from '../fixtures/quiz.ts';

const HOUR_MS = 60 * 60 * 1000;
const ann = { id: 'test:ann', name: 'Ann' };
const zone = 'Europe/Berlin';

/** Ann, with something always due, and what she is sent hour by hour. */
async function setUp(start = '2026-11-22T12:00Z') {
  const clock = testClock(start);
  const parts = testParts(await openDatabase({ type: 'sqlite', file: ':memory:' }, () => undefined), clock);
  const answer = async () => {
    const session = await startWith(parts, { learner: ann, place: 'test:ann' }, parts.pool.fitting({}).slice(0, 1));
    await answerSession(parts, { session: session?.id ?? '', position: 0, option: 0 }, ann);
    await parts.db.updateTable('card').set({ due: 0 }).execute();
  };
  await answer();
  const sent: string[] = [];
  const look = async () => {
    for (const due of await takeReminders(parts)) {
      await sentReminder(parts, due);
      sent.push(new Date(parts.now()).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16));
    }
  };
  const pass = async (hours: number) => {
    for (let hour = 0; hour < hours; hour += 1) {
      clock.wait(HOUR_MS);
      await look();
    }
  };
  return { clock, parts, answer, sent, look, pass };
}

test('quiet hours over midnight put off to their end, others are left as they are', () => {
  const at = (iso: string) => new Date(afterQuiet(Date.parse(iso), zone, QUIET_HOURS)).toISOString().slice(0, 16);
  expect(at('2026-11-22T20:59Z')).toBe('2026-11-22T20:59');
  expect(at('2026-11-22T21:00Z')).toBe('2026-11-23T06:00');
  expect(at('2026-11-23T05:59Z')).toBe('2026-11-23T06:00');
  expect(at('2026-11-23T06:00Z')).toBe('2026-11-23T06:00');
  expect(afterQuiet(1, zone, { from: 60, to: 60 })).toBe(1);
});

test('a reminder comes at its time each day', async () => {
  const { parts, sent, pass } = await setUp();
  await setReminder(parts, ann.id, { minute: 18 * 60, zone }, QUIET_HOURS);
  await pass(72);
  expect(sent).toEqual(['2026-11-22 18:00', '2026-11-23 18:00', '2026-11-24 18:00']);
});

test('a reminder whose time is in the quiet hours comes every day at their end', async () => {
  const { parts, sent, pass } = await setUp();
  await setReminder(parts, ann.id, { minute: 23 * 60, zone }, QUIET_HOURS);
  await pass(72);
  expect(sent).toEqual(['2026-11-23 07:00', '2026-11-24 07:00', '2026-11-25 07:00']);
});

test('a reminder put off into the next day is that day’s', async () => {
  const { parts, sent, pass } = await setUp();
  await setReminder(parts, ann.id, { minute: 20 * 60, zone }, QUIET_HOURS);
  await pass(7);
  await snooze(parts, ann.id);
  await pass(65);
  expect(sent).toEqual(['2026-11-22 20:00', '2026-11-23 07:00', '2026-11-24 20:00']);
  expect(new Set(sent.map((moment) => moment.slice(0, 10))).size).toBe(sent.length);
});

test('after downtime a reminder comes late within its day, not in the night and not for days that are over', async () => {
  const { clock, parts, sent, look, pass } = await setUp();
  await setReminder(parts, ann.id, { minute: 18 * 60, zone }, QUIET_HOURS);
  clock.set('2026-11-22T19:30Z');
  await look();
  expect(sent).toEqual(['2026-11-22 20:30']);
  clock.set('2026-11-25T22:30Z');
  await look();
  expect(sent).toHaveLength(1);
  await pass(24);
  expect(sent.slice(1)).toEqual(['2026-11-26 18:30']);
});

test('reminders stop for who stays away, not for who answers after each', async () => {
  const away = await setUp();
  await setReminder(away.parts, ann.id, { minute: 18 * 60, zone }, QUIET_HOURS);
  await away.pass(24 * 12);
  expect(away.sent).toHaveLength(MAX_IGNORED);

  const present = await setUp();
  await setReminder(present.parts, ann.id, { minute: 18 * 60, zone }, QUIET_HOURS);
  for (let visit = 0; visit < 8; visit += 1) {
    await present.pass(24);
    await present.answer();
    // Nothing is due for two days.
    await present.parts.db
      .updateTable('card')
      .set({ due: present.parts.now() + 50 * HOUR_MS })
      .execute();
    await present.pass(48);
  }
  expect(present.sent.length).toBeGreaterThan(MAX_IGNORED);
});

test('what a learner sets while a reminder is on its way stays', async () => {
  const { clock, parts } = await setUp();
  await setReminder(parts, ann.id, { minute: 18 * 60, zone }, QUIET_HOURS);
  clock.set('2026-11-22T17:00Z');
  const [due] = await takeReminders(parts);
  const at = await setReminder(parts, ann.id, { minute: 9 * 60, zone: 'UTC' }, QUIET_HOURS);
  if (due) await sentReminder(parts, due);
  expect(await parts.db.selectFrom('reminder').select('next_at').execute()).toEqual([{ next_at: at }]);
});

test('a daily question that was missed is asked late within its day, and left out when the day is over', async () => {
  const { clock, parts } = await setUp('2026-03-27T12:00Z');
  await setDaily(parts, 'test:room', { minute: 150, zone }, undefined);
  const asked: string[] = [];
  const look = async (iso: string) => {
    clock.set(iso);
    for (const due of await takeDailies(parts)) {
      await postedDaily(parts, due);
      asked.push(localDay(parts.now(), zone));
    }
  };
  await look('2026-03-28T20:00Z');
  await look('2026-03-28T21:00Z');
  // The night in which 02:30 isn't on the clock.
  await look('2026-03-29T00:59Z');
  await look('2026-03-29T01:00Z');
  await look('2026-04-02T23:00Z');
  await look('2026-04-03T00:30Z');
  expect(asked).toEqual(['2026-03-28', '2026-03-29', '2026-04-03']);
});

test('a streak goes on over the change to summer time', async () => {
  const { clock, parts, answer } = await setUp('2026-03-28T12:00Z');
  for (const day of ['2026-03-29T12:00Z', '2026-03-29T22:15Z']) {
    clock.set(day);
    await answer();
  }
  clock.set('2026-03-29T22:30Z');
  expect((await progressOf(parts, ann.id, zone)).streak).toBe(3);
  clock.set('2026-03-31T23:00Z');
  expect((await progressOf(parts, ann.id, zone)).streak).toBe(0);
});
