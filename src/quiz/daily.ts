import { claimDaily, dueDailies, finishDaily, saveDaily } from '../store/dailies.ts';
import { rememberAsked } from '../store/asked-items.ts';
import type { DailyTable } from '../store/schema.ts';
import { localDay, nextAt, type ClockTime } from './clock-time.ts';
import type { Topic } from './item.ts';
import type { QuizParts } from './quiz-parts.ts';
import { questionAt, type Question } from './session.ts';
import { freshItems, startDaily } from './start-session.ts';

/** How long an instance that took a daily question may take to post it before another tries, in milliseconds. */
const LEASE_MS = 60_000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Sets the daily question of a place. Gives when the first one comes, in milliseconds since 1970. */
export async function setDaily(
  { db, now }: Pick<QuizParts, 'db' | 'now'>,
  place: string,
  time: ClockTime,
  topic: Topic | undefined,
): Promise<number> {
  const next_at = nextAt(time, now());
  await saveDaily(db, { place, ...time, topic: topic ?? '', next_at, lease_until: 0 });
  return next_at;
}

/** A daily question that this instance is to post now. */
export interface DueDaily {
  readonly daily: DailyTable;
  /** When it fell due today, in milliseconds since 1970. */
  readonly due: number;
  readonly question: Question;
}

/**
 * Takes the daily questions that are due. One that could not be posted in time, because Otto was down, is asked late
 * within its day; a day that is over is left out.
 *
 * @param canReach whether anything can be posted in a place now; the others' questions wait
 */
export async function takeDailies(
  parts: QuizParts,
  canReach: (place: string) => boolean = () => true,
): Promise<readonly DueDaily[]> {
  const { db, now } = parts;
  const taken: DueDaily[] = [];
  for (const daily of await dueDailies(db, now())) {
    if (!canReach(daily.place) || !(await claimDaily(db, daily, now() + LEASE_MS))) continue;
    const due = dueToday(daily, now());
    const question = due === undefined ? undefined : await dailyQuestion(parts, daily);
    if (due !== undefined && question) taken.push({ daily, due, question });
    else await finishDaily(db, daily, nextAt(daily, now()));
  }
  return taken;
}

/** Says that a daily question was posted. */
export async function postedDaily(
  { db, now }: Pick<QuizParts, 'db' | 'now'>,
  { daily, question }: DueDaily,
): Promise<void> {
  await rememberAsked(db, daily.place, question.item.id, now());
  await finishDaily(db, daily, nextAt(daily, now()));
}

/** When its time came today, if it has: it may also have come on days before, while Otto was down. */
function dueToday(daily: DailyTable, now: number): number | undefined {
  const today = localDay(now, daily.zone);
  let due = Math.max(daily.next_at, nextAt(daily, now - 2 * DAY_MS));
  while (due <= now && localDay(due, daily.zone) !== today) due = nextAt(daily, due);
  return due <= now ? due : undefined;
}

async function dailyQuestion(parts: QuizParts, { place, topic }: DailyTable): Promise<Question | undefined> {
  // Written by `setDaily` only, always as a topic or empty.
  const wish = topic === '' ? {} : { topic: topic as Topic };
  const [item] = await freshItems(parts, place, { ...wish, count: 1 });
  return item && questionAt(parts, await startDaily(parts, place, item), 0);
}
