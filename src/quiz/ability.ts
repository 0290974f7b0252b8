import type { Level } from './item.ts';

/** Something that proves itself answer by answer: how able a learner is, or how hard an item. */
export interface Estimate {
  /** In logits; 0 is average. */
  readonly value: number;
  /** Answers it rests on. */
  readonly answers: number;
}

/** Where a level starts until answers tell more, in logits. */
export const PRIOR_DIFFICULTY: Readonly<Record<Level, number>> = Object.freeze({ easy: -1, medium: 0, hard: 1 });

/** Answers after which an item's own difficulty says its level. */
const ANSWERS_TO_TRUST = 10;

/**
 * How likely somebody is to answer right: the Rasch model, with the chance of guessing.
 *
 * @param options how many the question has
 * @see https://en.wikipedia.org/wiki/Item_response_theory#Three_parameter_logistic_model
 */
export function chanceOfRight(ability: number, difficulty: number, options: number): number {
  const guess = 1 / options;
  return guess + (1 - guess) / (1 + Math.exp(difficulty - ability));
}

/**
 * By how much an answer moves a learner's ability up and an item's difficulty down: Elo's rule with a step that shrinks as
 * answers come in.
 *
 * @see https://doi.org/10.1016/j.compedu.2016.03.017 (Pelánek, Applications of the Elo rating system in adaptive
 *   educational systems)
 */
export function moves(
  learner: Estimate,
  item: Estimate,
  isRight: boolean,
  options: number,
): { readonly ability: number; readonly difficulty: number } {
  const surprise = (isRight ? 1 : 0) - chanceOfRight(learner.value, item.value, options);
  return { ability: step(learner.answers) * surprise, difficulty: -step(item.answers) * surprise };
}

/** The level an item has proved to be of; its author's until enough answers are there. */
export function provenLevel(written: Level, { value, answers }: Estimate): Level {
  if (answers < ANSWERS_TO_TRUST) return written;
  return value < -0.5 ? 'easy' : value > 0.5 ? 'hard' : 'medium';
}

function step(answers: number): number {
  return 1 / (1 + 0.05 * answers);
}
