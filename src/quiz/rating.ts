import { Rating, type Grade } from 'ts-fsrs';
import type { Item } from './item.ts';

/** What it takes to find the button, in milliseconds. */
const REACTION_MS = 2000;

/** What it takes to read one character, in milliseconds: about 200 words a minute. */
const READING_MS = 55;

/** Longer than this and somebody was away rather than thinking, in milliseconds. */
const AWAY_MS = 5 * 60 * 1000;

/**
 * How well an answer shows that something is remembered, from whether it was right and how long it took beyond reading.
 *
 * @param ms from showing the question to the answer
 */
export function ratingOf(isRight: boolean, ms: number, item: Item): Grade {
  if (!isRight) return Rating.Again;
  const letters =
    item.question.length + item.answer.length + item.wrong.reduce((sum, { text }) => sum + text.length, 0);
  const expected = REACTION_MS + READING_MS * letters;
  if (ms > AWAY_MS) return Rating.Good;
  if (ms > 2.5 * expected) return Rating.Hard;
  return ms < 0.5 * expected ? Rating.Easy : Rating.Good;
}
