import { addAnswers } from '../store/answers.ts';
import { findCards, saveCards } from '../store/cards.ts';
import type { Database } from '../store/database.ts';
import { lockItems, saveItems } from '../store/items.ts';
import { lockLearners, meetLearners, saveAbilities } from '../store/learners.ts';
import type { AnswerTable, CardTable, ItemTable, LearnerTable } from '../store/schema.ts';
import { moves, PRIOR_DIFFICULTY } from './ability.ts';
import type { Item } from './item.ts';
import type { Learner } from './learner.ts';
import { ratingOf } from './rating.ts';
import { review } from './schedule.ts';

/** An answer that was given. */
export interface GivenAnswer {
  readonly session: string;
  readonly position: number;
  /** With the name they have now, where that is known; without it, only somebody who is known already can answer. */
  readonly learner: Pick<Learner, 'id'> & Partial<Learner>;
  readonly item: Item;
  readonly place: string;
  readonly option: number;
  readonly isRight: boolean;
  readonly points: number;
  readonly ms: number;
  readonly at: number;
}

/** Longer than this tells nothing more, in milliseconds. */
const MAX_MS = 24 * 60 * 60 * 1000;

/**
 * Stores answers and all that follows from them: the learners' cards and abilities and the items' difficulties. Belongs
 * into a transaction, so that answers count wholly or not at all.
 *
 * @returns those that were new; one that arrives twice changes nothing
 */
export async function recordAnswers(
  transaction: Database,
  answers: readonly GivenAnswer[],
): Promise<ReadonlySet<GivenAnswer>> {
  // Whoever holds a learner's row is alone with all of that learner's rows. Every transaction takes the learners first,
  // then the items, each in the order of their ids, so that no two ever wait for each other.
  const learners = await holdLearners(transaction, answers);
  const fresh = await addNew(
    transaction,
    answers.filter(({ learner }) => learners.has(learner.id)),
  );
  if (fresh.length === 0) return new Set();
  const items = await holdItems(transaction, fresh);
  const known = await findCards(transaction, ids(fresh, learnerOf), ids(fresh, itemOf));
  const cards = new Map(known.map((card) => [cardKey(card.learner, card.item), card]));
  for (const answer of fresh) learn(answer, { learners, items, cards });
  const touched = new Set(fresh.map(({ learner, item }) => cardKey(learner.id, item.id)));
  await saveCards(
    transaction,
    [...cards].flatMap(([key, card]) => (touched.has(key) ? card : [])),
  );
  await saveAbilities(transaction, present(learners, ids(fresh, learnerOf)));
  await saveItems(transaction, present(items, ids(fresh, itemOf)));
  return new Set(fresh);
}

interface State {
  readonly learners: Map<string, LearnerTable>;
  readonly items: Map<string, ItemTable>;
  readonly cards: Map<string, CardTable>;
}

/** What follows from an answer, after those before it. */
function learn({ learner: { id }, item, isRight, ms, at }: GivenAnswer, { learners, items, cards }: State): void {
  const learner = learners.get(id);
  const difficulty = items.get(item.id);
  if (!learner || !difficulty) throw new Error('the rows of an answer are held before it counts');
  const by = moves(
    { value: learner.ability, answers: learner.answers },
    { value: difficulty.difficulty, answers: difficulty.answers },
    isRight,
    item.wrong.length + 1,
  );
  const key = cardKey(id, item.id);
  const card = cards.get(key);
  cards.set(key, {
    learner: id,
    item: item.id,
    ...review(card && memoryOf(card), ratingOf(isRight, ms, item), at),
  });
  learners.set(id, {
    ...learner,
    ability: learner.ability + by.ability,
    answers: learner.answers + 1,
    seen_at: Math.max(learner.seen_at, at),
  });
  items.set(item.id, {
    ...difficulty,
    difficulty: difficulty.difficulty + by.difficulty,
    answers: difficulty.answers + 1,
  });
}

async function holdLearners(
  transaction: Database,
  answers: readonly GivenAnswer[],
): Promise<Map<string, LearnerTable>> {
  const named = new Map<string, LearnerTable>();
  const unnamed: GivenAnswer[] = [];
  for (const answer of answers) {
    const { id, name } = answer.learner;
    if (name === undefined) unnamed.push(answer);
    else named.set(id, { id, name, ability: 0, answers: 0, seen_at: answer.at });
  }
  const held = [
    ...(await meetLearners(transaction, present(named, [...named.keys()].toSorted()))),
    ...(await lockLearners(transaction, ids(unnamed, learnerOf))),
  ];
  return new Map(held.map((learner) => [learner.id, learner]));
}

async function addNew(transaction: Database, answers: readonly GivenAnswer[]): Promise<readonly GivenAnswer[]> {
  const added = new Set((await addAnswers(transaction, answers.map(rowOf))).map(answerKey));
  // Of two taps that came together, the first counts.
  return answers.filter((answer) => added.delete(answerKey({ ...answer, learner: answer.learner.id })));
}

async function holdItems(transaction: Database, answers: readonly GivenAnswer[]): Promise<Map<string, ItemTable>> {
  const starts = new Map(
    answers.map(({ item: { id, level } }) => [id, { id, difficulty: PRIOR_DIFFICULTY[level], answers: 0 }]),
  );
  const held = await lockItems(transaction, present(starts, ids(answers, itemOf)));
  return new Map(held.map((item) => [item.id, item]));
}

function rowOf({ learner, item, isRight, ms, ...answer }: GivenAnswer): AnswerTable {
  return {
    ...answer,
    learner: learner.id,
    item: item.id,
    correct: isRight ? 1 : 0,
    ms: Math.min(Math.max(0, ms), MAX_MS),
  };
}

/** A stored card without its key. */
export function memoryOf<T extends { readonly learner: string; readonly item: string }>(card: T) {
  const { learner: _learner, item: _item, ...memory } = card;
  return memory;
}

function learnerOf({ learner }: GivenAnswer): string {
  return learner.id;
}

function itemOf({ item }: GivenAnswer): string {
  return item.id;
}

/** Each id once, in order. */
function ids(answers: readonly GivenAnswer[], idOf: (answer: GivenAnswer) => string): readonly string[] {
  return [...new Set(answers.map(idOf))].toSorted();
}

function present<T>(rows: ReadonlyMap<string, T>, keys: readonly string[]): readonly T[] {
  return keys.flatMap((key) => rows.get(key) ?? []);
}

function cardKey(learner: string, item: string): string {
  return `${item} ${learner}`;
}

function answerKey({ session, position, learner }: Pick<AnswerTable, 'session' | 'position' | 'learner'>): string {
  return `${session} ${position} ${learner}`;
}
