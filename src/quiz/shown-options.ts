import type { Item } from './item.ts';
import { randomFrom, shuffled } from './random.ts';

/** An item's options in the order in which they are shown. */
export interface ShownOptions {
  readonly texts: readonly string[];
  /** Where the right one stands, counted from 0. */
  readonly correct: number;
}

/**
 * The options in an order that gives nothing away: another in every session, the same whenever the same question of a
 * session is shown again. Yes and no, or earlier and later, stay in the order in which they are read.
 *
 * @param seed names the question, for example by its session and position
 */
export function shownOptions(item: Item, seed: string): ShownOptions {
  const options = [item.answer, ...item.wrong.map(({ text }) => text)];
  const texts = isEitherOr(options) ? options.toSorted().toReversed() : shuffled(options, randomFrom(seed));
  return { texts, correct: texts.indexOf(item.answer) };
}

/** True comes before false and yes before no. */
function isEitherOr(options: readonly string[]): boolean {
  const set = new Set(options.map((option) => option.toLowerCase()));
  return set.size === 2 && ((set.has('true') && set.has('false')) || (set.has('yes') && set.has('no')));
}
