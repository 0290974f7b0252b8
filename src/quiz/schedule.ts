import { createEmptyCard, fsrs, Rating, type Card as FsrsCard, type Grade } from 'ts-fsrs';

/** What a learner remembers of an item; times in milliseconds since 1970. */
export interface Card {
  readonly due: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly scheduled_days: number;
  readonly learning_steps: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: number;
  readonly last_review: number | null;
}

/** Memory that is worth calling mastered, in days of stability. */
const MASTERED_DAYS = 21;

/** Who learns at six today and a little earlier tomorrow finds there what was due "in a day", in milliseconds. */
const EARLY_MS = 6 * 60 * 60 * 1000;

/** What was wrong can be tried again soon, in milliseconds. */
const AGAIN_MS = 10 * 60 * 1000;

/**
 * FSRS with its published weights: a card is due when the chance to remember it has fallen to eight in ten. Nine in ten and
 * repetitions on the same day, the library's defaults, take time that teaches more when it is spent on other questions
 * (`test/quiz/simulated-class.test.ts`). No fuzz, so that the same answers always give the same days; cards of one day are
 * spread by when they were learnt.
 *
 * @see https://github.com/open-spaced-repetition/ts-fsrs
 */
const scheduler = fsrs({ request_retention: 0.8, enable_fuzz: false, enable_short_term: false });

/** The card after an answer; a learner's first answer to an item makes its card. */
export function review(card: Card | undefined, grade: Grade, now: number): Card {
  const next = fromFsrs(scheduler.next(card ? toFsrs(card) : createEmptyCard(now), now, grade).card);
  return { ...next, due: grade === Rating.Again ? now + AGAIN_MS : next.due - EARLY_MS };
}

/** The chance that the learner still remembers, from 0 to 1. */
export function retrievability(card: Card, now: number): number {
  return scheduler.get_retrievability(toFsrs(card), now, false);
}

/** Whether it is likely to be remembered for weeks to come. */
export function isMastered({ stability }: Card): boolean {
  return stability >= MASTERED_DAYS;
}

function toFsrs({ last_review, ...card }: Card): FsrsCard {
  return {
    ...card,
    due: new Date(card.due),
    elapsed_days: 0,
    ...(last_review !== null && { last_review: new Date(last_review) }),
  };
}

function fromFsrs({ due, last_review, elapsed_days: _days, ...card }: FsrsCard): Card {
  return { ...card, due: due.getTime(), last_review: last_review?.getTime() ?? null };
}
