import type { Kind } from '../knowledge/kinds/index.ts';

/** What a learner can choose to be asked about: a kind of note, acronyms or port numbers. */
export type Topic = Kind | 'acronym' | 'port';

export const LEVELS = ['easy', 'medium', 'hard'] as const;

/** How hard an item is meant to be. */
export type Level = (typeof LEVELS)[number];

/** A wrong answer that sounds right. */
export interface WrongOption {
  readonly text: string;
  /** Why it is wrong, in one sentence, where the facts tell. */
  readonly because?: string;
}

/**
 * A question with one right answer. Its texts fit every platform: 300 characters for the question, 100 for an option,
 * 200 for the explanation (https://core.telegram.org/bots/api#sendpoll).
 */
export interface Item {
  /**
   * Made from what the item says: an item whose wording changes is a new item, and nobody's memory of the old one is
   * taken for memory of the new.
   */
  readonly id: string;
  readonly topic: Topic;
  readonly level: Level;
  readonly question: string;
  readonly answer: string;
  /** Three, or one for a question of either-or. */
  readonly wrong: readonly WrongOption[];
  /** Why the answer is right, in one sentence. */
  readonly why: string;
  /** Whether it was made from typed facts; one that a note's author wrote is asked before it. */
  readonly isMade?: boolean;
  /** The note that explains it; an acronym or a port may have none. */
  readonly note?: string;
}

/** Limits that hold on every platform, in characters. */
export const ITEM_LIMITS = Object.freeze({ question: 300, option: 100, why: 200 });
