import { askedAt } from '../store/asked-items.ts';
import { cardsOf, dueCards } from '../store/cards.ts';
import { allItems } from '../store/items.ts';
import { findLearner, meetLearner } from '../store/learners.ts';
import { addSession } from '../store/sessions.ts';
import type { SessionTable } from '../store/schema.ts';
import { PRIOR_DIFFICULTY, provenLevel } from './ability.ts';
import type { Item } from './item.ts';
import type { Wish } from './item-pool.ts';
import type { Learner } from './learner.ts';
import type { QuizParts } from './quiz-parts.ts';
import { shuffled } from './random.ts';
import { spread, suitableItems } from './selection.ts';
import { fromRow, type Session } from './session.ts';

/** Questions in an exam. */
export const EXAM_QUESTIONS = 25;

/** How long an exam may take, in milliseconds: one minute a question. */
export const EXAM_MS = EXAM_QUESTIONS * 60 * 1000;

/** Most cards that one review brings. */
const MAX_REVIEW = 20;

/** Who starts, and where. */
export interface Start {
  readonly learner: Learner;
  /** `platform:place`. */
  readonly place: string;
}

/** Starts a quiz of questions that suit the learner. `undefined` when nothing fits the wish. */
export async function startQuiz(
  parts: QuizParts,
  start: Start,
  wish: Wish & { readonly count: number },
): Promise<Session | undefined> {
  const { db, random } = parts;
  const learner = await findLearner(db, start.learner.id);
  const seen = new Map((await cardsOf(db, start.learner.id)).map(({ item, last_review }) => [item, last_review ?? 0]));
  const difficulty = await difficulties(parts);
  const items = suitableItems(fittingItems(parts, wish, difficulty), wish.count, {
    ability: learner?.ability ?? 0,
    difficultyOf: (item) => difficulty.get(item.id)?.value ?? PRIOR_DIFFICULTY[item.level],
    lastSeen: (item) => seen.get(item.id),
    random,
  });
  return begin(parts, start, 'quiz', items);
}

/** Starts a review of what is due; `undefined` when nothing is. */
export async function startReview(parts: QuizParts, start: Start): Promise<Session | undefined> {
  const due = await dueCards(parts.db, start.learner.id, parts.now());
  const items = due.flatMap(({ item }) => parts.pool.get(item) ?? []);
  return begin(parts, start, 'review', items.slice(0, MAX_REVIEW));
}

/** Starts an exam: questions from all topics in turn, of all levels. */
export async function startExam(parts: QuizParts, start: Start): Promise<Session | undefined> {
  const { pool, random, now } = parts;
  const byTopic = [...pool.topics.keys()].map((topic) => shuffled(pool.fitting({ topic }), random));
  const longest = Math.max(0, ...byTopic.map((items) => items.length));
  const inTurn = Array.from({ length: Math.min(longest, EXAM_QUESTIONS) }, (_, index) =>
    shuffled(byTopic, random).flatMap((items) => items[index] ?? []),
  ).flat();
  return begin(parts, start, 'exam', spread(inTurn, EXAM_QUESTIONS), now() + EXAM_MS);
}

/** Starts a session of given items, for example of those missed in another. */
export function startWith(parts: QuizParts, start: Start, items: readonly Item[]): Promise<Session | undefined> {
  return begin(parts, start, 'quiz', items);
}

/**
 * Items for everybody in a place: what it was not asked yet, and when all was, what it was asked longest ago.
 *
 * @param place `platform:place`
 */
export async function freshItems(
  parts: QuizParts,
  place: string,
  wish: Wish & { readonly count: number },
): Promise<readonly Item[]> {
  const asked = await askedAt(parts.db, place);
  const difficulty = await difficulties(parts);
  const items = shuffled(fittingItems(parts, wish, difficulty), parts.random);
  const fresh = spread(
    items.filter(({ id }) => !asked.has(id)),
    wish.count,
  );
  const stale = items
    .filter(({ id }) => asked.has(id))
    .toSorted((a, b) => (asked.get(a.id) ?? 0) - (asked.get(b.id) ?? 0));
  return [...fresh, ...stale.slice(0, wish.count - fresh.length)];
}

/** Stores a session that everybody in its place may answer. */
export async function startDaily(parts: QuizParts, place: string, item: Item): Promise<Session> {
  return store(parts, { learner: null, place, kind: 'daily', items: [item], deadline: null });
}

async function begin(
  parts: QuizParts,
  { learner, place }: Start,
  kind: SessionTable['kind'],
  items: readonly Item[],
  deadline: number | null = null,
): Promise<Session | undefined> {
  if (items.length === 0) return undefined;
  await meetLearner(parts.db, learner.id, learner.name, parts.now());
  return store(parts, { learner: learner.id, place, kind, items, deadline });
}

interface NewSession extends Pick<SessionTable, 'learner' | 'place' | 'kind'> {
  readonly items: readonly Item[];
  readonly deadline: number | null;
}

async function store({ db, now, newId }: QuizParts, { items, deadline, ...session }: NewSession): Promise<Session> {
  const at = now();
  const row: SessionTable = {
    ...session,
    id: newId(),
    items: JSON.stringify(items.map(({ id }) => id)),
    position: 0,
    asked_at: at,
    started_at: at,
    deadline_at: deadline,
    finished_at: null,
  };
  await addSession(db, row);
  return fromRow(row);
}

type Difficulties = ReadonlyMap<string, { readonly value: number; readonly answers: number }>;

async function difficulties({ db }: QuizParts): Promise<Difficulties> {
  return new Map((await allItems(db)).map(({ id, difficulty, answers }) => [id, { value: difficulty, answers }]));
}

/** What fits a wish by topic, and by the level that answers have proved. */
function fittingItems({ pool }: QuizParts, { topic, level }: Wish, difficulty: Difficulties): readonly Item[] {
  const items = pool.fitting(topic === undefined ? {} : { topic });
  if (level === undefined) return items;
  return items.filter((item) => {
    const proven = difficulty.get(item.id);
    return (proven ? provenLevel(item.level, proven) : item.level) === level;
  });
}
