import type { OffTopicExamples } from './off-topic.ts';
import type { Question } from './question.ts';
import type { Ranked } from './ranking.ts';

/** What is known of a question as a whole, whichever note it may be about. */
export interface Doubt {
  /** How like a message outside the field it is, from 0 to 1. */
  readonly offTopic: number;
  /** To which side its words lean; above 0 is outside the field. */
  readonly leaning: number;
  /** How much it says, from 0 (nothing) to 1 (enough to tell a subject by). */
  readonly substance: number;
}

/** The weight of words, added up, from which on a question says enough to tell its subject. */
const ENOUGH = 8;

/** Weighs what speaks against answering a question at all. */
export function doubtIn(question: Question, examples: OffTopicExamples): Doubt {
  const total = question.terms.reduce((sum, { weight }) => sum + weight, 0);
  return {
    offTopic: examples.likeness(question),
    leaning: examples.leaning(question),
    substance: Math.min(1, total / ENOUGH),
  };
}

/**
 * Weights of a logistic regression over what speaks for and against an answer, fitted to measured questions.
 */
const WEIGHTS = {
  bias: -6.4,
  coverage: 3.9,
  fit: 5.9,
  summary: 6.3,
  named: 1,
  offTopic: -3,
  leaning: -3.5,
  substance: 1.8,
} as const;

/** How sure it is that the note answers the question, as a probability. */
export function confidenceOf({ scores, named, isWhole }: Ranked, { offTopic, leaning, substance }: Doubt): number {
  if (isWhole) return 1;
  const evidence =
    WEIGHTS.bias +
    WEIGHTS.coverage * scores.coverage +
    WEIGHTS.fit * Math.max(scores.asked, scores.name) +
    WEIGHTS.summary * scores.summary +
    WEIGHTS.named * named +
    WEIGHTS.offTopic * offTopic +
    WEIGHTS.leaning * leaning +
    WEIGHTS.substance * substance;
  return 1 / (1 + Math.exp(-evidence));
}
