import { dueCards } from '../store/cards.ts';
import { findLearner } from '../store/learners.ts';
import { changeReminder, claimReminder, dueReminders, findReminder, saveReminder } from '../store/reminders.ts';
import type { ReminderTable } from '../store/schema.ts';
import { localDay, localMinute, nextAt, type ClockTime } from './clock-time.ts';
import type { QuizParts } from './quiz-parts.ts';

/** Nobody is reminded from 22:00 to 07:00 unless they ask for other quiet hours. Minutes after midnight. */
export const QUIET_HOURS: QuietHours = Object.freeze({ from: 22 * 60, to: 7 * 60 });

/** Reminders in a row after which nothing was answered and Otto stops by itself. */
export const MAX_IGNORED = 5;

/** How far a reminder is put off, in milliseconds. */
const SNOOZE_MS = 3 * 60 * 60 * 1000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long an instance that took a reminder may take to send it before another tries, in milliseconds. */
const LEASE_MS = 60_000;

/** When nobody wants to be reminded, in minutes after local midnight; may go over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** A reminder that this instance is to send now. */
export interface DueReminder {
  readonly reminder: ReminderTable;
  /** Cards that are due. */
  readonly due: number;
  /** Whether it is the last one unless the learner answers something. */
  readonly isLast: boolean;
}

/** Sets a learner's daily reminder. Gives when the first one comes, in milliseconds since 1970. */
export async function setReminder(
  { db, now }: Pick<QuizParts, 'db' | 'now'>,
  learner: string,
  time: ClockTime,
  quiet: QuietHours,
): Promise<number> {
  const next_at = afterQuiet(nextAt(time, now()), time.zone, quiet);
  await saveReminder(db, {
    learner,
    ...time,
    quiet_from: quiet.from,
    quiet_to: quiet.to,
    next_at,
    lease_until: 0,
    ignored: 0,
    paused: null,
  });
  return next_at;
}

/**
 * Takes the reminders that are due. Who has nothing to review is left in peace until the next day; one that could not be
 * sent in time, because Otto was down, is sent late within its day, but never in the quiet hours.
 *
 * @param canReach whether a learner can be written to now; the others' reminders wait
 */
export async function takeReminders(
  parts: QuizParts,
  canReach: (learner: string) => boolean = () => true,
): Promise<readonly DueReminder[]> {
  const { db, now } = parts;
  const taken: DueReminder[] = [];
  for (const reminder of await dueReminders(db, now())) {
    if (!canReach(reminder.learner) || !(await claimReminder(db, reminder, now() + LEASE_MS))) continue;
    const ignored = await ignoredBefore(parts, reminder);
    const at = now();
    if (isMissed(reminder, at)) {
      const next_at = afterQuiet(nextAt(reminder, at), reminder.zone, quietOf(reminder));
      await changeReminder(db, reminder, { next_at, lease_until: 0, ignored });
      continue;
    }
    const cards = await dueCards(db, reminder.learner, at);
    const due = cards.filter(({ item }) => parts.pool.get(item)).length;
    if (due > 0) taken.push({ reminder: { ...reminder, ignored }, due, isLast: ignored + 1 >= MAX_IGNORED });
    else await changeReminder(db, reminder, { next_at: following(reminder, at), lease_until: 0, ignored });
  }
  return taken;
}

/** Whether it is too late for it, or too early for that of today. */
function isMissed(reminder: ReminderTable, at: number): boolean {
  const { zone, next_at, minute } = reminder;
  const isTooEarly = localDay(next_at, zone) !== localDay(at, zone) && localMinute(at, zone) < minute;
  return isTooEarly || afterQuiet(at, zone, quietOf(reminder)) > at;
}

/** Says that a reminder was sent. The last of a row of ignored ones pauses it. */
export async function sentReminder(
  { db, now }: Pick<QuizParts, 'db' | 'now'>,
  { reminder, isLast }: DueReminder,
): Promise<void> {
  await changeReminder(db, reminder, {
    next_at: following(reminder, now()),
    lease_until: 0,
    ignored: reminder.ignored + 1,
    ...(isLast && { paused: 'away' }),
  });
}

/** Says that a reminder can't arrive: the learner has blocked the bot. */
export async function blockedReminder({ db }: Pick<QuizParts, 'db'>, { reminder }: DueReminder): Promise<void> {
  await changeReminder(db, reminder, { lease_until: 0, paused: 'blocked' });
}

/**
 * Puts a reminder off for some hours, past the quiet ones.
 *
 * @returns when it comes again, in milliseconds since 1970; `undefined` when the learner has none
 */
export async function snooze(
  { db, now }: Pick<QuizParts, 'db' | 'now'>,
  learner: string,
): Promise<{ readonly at: number; readonly zone: string } | undefined> {
  const reminder = await findReminder(db, learner);
  if (!reminder) return undefined;
  const at = afterQuiet(now() + SNOOZE_MS, reminder.zone, quietOf(reminder));
  await changeReminder(db, reminder, { next_at: at, lease_until: 0, paused: null });
  return { at, zone: reminder.zone };
}

/** The first moment at or after a time that is not in the quiet hours. */
export function afterQuiet(at: number, zone: string, { from, to }: QuietHours): number {
  const minute = localMinute(at, zone);
  const isQuiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  return isQuiet && from !== to ? nextAt({ minute: to, zone }, at) : at;
}

/** The next day's reminder: never two on one day, even when one was put off into the next. */
function following(reminder: ReminderTable, now: number): number {
  const { zone } = reminder;
  const today = localDay(now, zone);
  let next = nextAt(reminder, now);
  while (localDay(afterQuiet(next, zone, quietOf(reminder)), zone) === today) next = nextAt(reminder, next);
  return afterQuiet(next, zone, quietOf(reminder));
}

function quietOf({ quiet_from, quiet_to }: ReminderTable): QuietHours {
  return { from: quiet_from, to: quiet_to };
}

/** Reminders ignored so far: none when the learner answered something since the last one. */
async function ignoredBefore({ db }: QuizParts, reminder: ReminderTable): Promise<number> {
  const learner = await findLearner(db, reminder.learner);
  return learner && learner.seen_at > reminder.next_at - DAY_MS ? 0 : reminder.ignored;
}
