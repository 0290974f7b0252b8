import type { OffTopicExamples } from './off-topic.ts';
import type { Question } from './question.ts';
import type { Ranked } from './ranking.ts';

/** What is known of a question as a whole, whichever note it may be about. */
export interface Doubt {
  /** How like a message outside the field it is, from 0 to 1. */
  readonly offTopic: number;
  /** Share of its weight in words that no note holds. */
  readonly unknown: number;
}

/** Weighs what speaks against answering a question at all. */
export function doubtIn({ terms }: Question, offTopic: OffTopicExamples): Doubt {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const unknown = terms.filter(({ known }) => !known).reduce((sum, { weight }) => sum + weight, 0);
  return { offTopic: offTopic.likeness(terms), unknown: unknown / total };
}

/**
 * Weights of a logistic regression over what speaks for and against an answer, fitted to measured questions.
 */
const WEIGHTS = { bias: -2.5, coverage: 4.3, fit: 3.5, summary: 5.9, named: 1.9, offTopic: -6.6 } as const;

/** How sure it is that the note answers the question, as a probability. */
export function confidenceOf({ scores, named }: Ranked, { offTopic }: Doubt): number {
  const evidence =
    WEIGHTS.bias +
    WEIGHTS.coverage * scores.coverage +
    WEIGHTS.fit * Math.max(scores.asked, scores.name) +
    WEIGHTS.summary * scores.summary +
    WEIGHTS.named * named +
    WEIGHTS.offTopic * offTopic;
  return 1 / (1 + Math.exp(-evidence));
}
