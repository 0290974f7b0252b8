import { addAnswer } from '../store/answers.ts';
import { findCard, saveCard } from '../store/cards.ts';
import type { Database } from '../store/database.ts';
import { findItem, moveDifficulty } from '../store/items.ts';
import { findLearner, meetLearner, moveAbility } from '../store/learners.ts';
import type { AnswerTable } from '../store/schema.ts';
import { moves, PRIOR_DIFFICULTY } from './ability.ts';
import type { Item } from './item.ts';
import type { Learner } from './learner.ts';
import { ratingOf } from './rating.ts';
import { review } from './schedule.ts';

/** An answer that was given. */
export interface GivenAnswer {
  readonly session: string;
  readonly position: number;
  /** With the name they have now, where it may have changed. */
  readonly learner: Pick<Learner, 'id'> & Partial<Learner>;
  readonly item: Item;
  readonly place: string;
  readonly option: number;
  readonly isRight: boolean;
  readonly points: number;
  readonly ms: number;
  readonly at: number;
}

/**
 * Stores an answer and all that follows from it: the learner's card and ability and the item's difficulty. Belongs into a
 * transaction, so that an answer counts wholly or not at all.
 *
 * @returns whether it was new; one that arrives twice changes nothing
 */
export async function recordAnswer(transaction: Database, answer: GivenAnswer): Promise<boolean> {
  const { learner, item, isRight, ms, at } = answer;
  if (!(await addAnswer(transaction, rowOf(answer)))) return false;
  const known = await findLearner(transaction, learner.id);
  if (learner.name !== undefined && known?.name !== learner.name) {
    await meetLearner(transaction, learner.id, learner.name, at);
  }
  const difficulty = await findItem(transaction, item.id);
  const start = PRIOR_DIFFICULTY[item.level];
  const by = moves(
    { value: known?.ability ?? 0, answers: known?.answers ?? 0 },
    { value: difficulty?.difficulty ?? start, answers: difficulty?.answers ?? 0 },
    isRight,
    item.wrong.length + 1,
  );
  const card = await findCard(transaction, learner.id, item.id);
  await saveCard(transaction, {
    learner: learner.id,
    item: item.id,
    ...review(card && memoryOf(card), ratingOf(isRight, ms, item), at),
  });
  await moveAbility(transaction, learner.id, by.ability, at);
  await moveDifficulty(transaction, item.id, start, by.difficulty);
  return true;
}

function rowOf({ learner, item, isRight, ...answer }: GivenAnswer): AnswerTable {
  return { ...answer, learner: learner.id, item: item.id, correct: isRight ? 1 : 0 };
}

/** A stored card without its key. */
export function memoryOf<T extends { readonly learner: string; readonly item: string }>(card: T) {
  const { learner: _learner, item: _item, ...memory } = card;
  return memory;
}
