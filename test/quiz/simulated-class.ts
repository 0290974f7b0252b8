import { moves, PRIOR_DIFFICULTY, type Estimate } from '../../src/quiz/ability.ts';
import type { Item } from '../../src/quiz/item.ts';
import { randomFrom, type Random } from '../../src/quiz/random.ts';
import { ratingOf } from '../../src/quiz/rating.ts';
import { review, type Card } from '../../src/quiz/schedule.ts';
import { suitableItems } from '../../src/quiz/selection.ts';

/** How a class goes. */
export interface ClassPlan {
  readonly learners: number;
  readonly days: number;
  /** What each learner spends a day, in seconds. */
  readonly secondsADay: number;
  readonly items: readonly Item[];
}

/** What a class knows at the end. */
export interface ClassResult {
  /** Items remembered on the last day, per learner. */
  readonly remembered: number;
  /** The same by the minutes that a learner spent. */
  readonly rememberedPerMinute: number;
  readonly answers: number;
}

/** What a learner's memory is like; nothing that the schedule can see. */
interface Mind {
  /** Exponent of the forgetting curve. */
  readonly decay: number;
  /** By how much a repetition strengthens a memory that nine in ten still have: 1 doubles it. */
  readonly gain: number;
  /** Strength of a first memory, in days. */
  readonly first: number;
  /** Seconds to answer. */
  readonly pace: number;
}

interface Trace {
  readonly strength: number;
  readonly at: number;
}

/** Chooses the next question. Told of each answer. */
interface Teacher {
  readonly next: (now: number) => Item;
  readonly answered: (item: Item, isRight: boolean, ms: number, now: number) => void;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Seconds that reading the explanation takes after a wrong answer. */
const EXPLANATION_SECONDS = 8;

/** Cards of one `/review`, and questions of one `/quiz`. */
const REVIEW = 20;
const QUIZ = 5;

/** Otto's way: what is due first, as `/review` brings it, then new questions that suit, as `/quiz` does. */
export function ottoTeacher(items: readonly Item[], random: Random): Teacher {
  const cards = new Map<Item, Card>();
  const difficulty = new Map<Item, Estimate>();
  let learner: Estimate = { value: 0, answers: 0 };
  let row: Item[] = [];
  const difficultyOf = (item: Item) => difficulty.get(item) ?? { value: PRIOR_DIFFICULTY[item.level], answers: 0 };
  const fill = (now: number): Item[] => {
    const due = [...cards].filter(([, card]) => card.due <= now).toSorted(([, a], [, b]) => a.due - b.due);
    if (due.length > 0) return due.slice(0, REVIEW).map(([item]) => item);
    return [
      ...suitableItems(items, QUIZ, {
        ability: learner.value,
        difficultyOf: (item) => difficultyOf(item).value,
        lastSeen: (item) => cards.get(item)?.last_review ?? undefined,
        random,
      }),
    ];
  };
  return {
    next: (now) => {
      if (row.length === 0) row = fill(now);
      const item = row.shift();
      if (!item) throw new Error('there is always a question');
      return item;
    },
    answered: (item, isRight, ms, now) => {
      cards.set(item, review(cards.get(item), ratingOf(isRight, ms, item), now));
      const own = difficultyOf(item);
      const by = moves(learner, own, isRight, item.wrong.length + 1);
      learner = { value: learner.value + by.ability, answers: learner.answers + 1 };
      difficulty.set(item, { value: own.value + by.difficulty, answers: own.answers + 1 });
    },
  };
}

/** Any question, each as likely as the others. */
export function randomTeacher(items: readonly Item[], random: Random): Teacher {
  return {
    next: () => {
      const item = items[Math.floor(random() * items.length)];
      if (!item) throw new Error('there is always a question');
      return item;
    },
    answered: () => undefined,
  };
}

/**
 * Teaches a class whose forgetting is known: the chance to remember falls as a power of time (Wickelgren), a repetition
 * strengthens the more the nearer the memory was to being lost, and a failed one weakens it. Not FSRS's own formula, and
 * each learner's is another.
 *
 * @see https://doi.org/10.3758/BF03198261 (Wixted and Carpenter on the power law of forgetting)
 */
export function teach(plan: ClassPlan, teacherOf: (items: readonly Item[], random: Random) => Teacher): ClassResult {
  const totals = { remembered: 0, seconds: 0, answers: 0 };
  for (let number = 0; number < plan.learners; number += 1) {
    const mind = mindFrom(randomFrom(`mind ${number}`));
    // Chance in the head and chance in the choice of questions are apart, so that both classes have the same heads.
    const chance = randomFrom(`answers ${number}`);
    const teacher = teacherOf(plan.items, randomFrom(`questions ${number}`));
    const traces = new Map<Item, Trace>();
    for (let day = 0; day < plan.days; day += 1) {
      const start = day * DAY_MS;
      for (let seconds = 0; seconds < plan.secondsADay;) {
        const now = start + seconds * 1000;
        const item = teacher.next(now);
        const recall = recallOf(traces.get(item), mind, now);
        const isRemembered = chance() < recall;
        const isRight = isRemembered || chance() < 1 / (item.wrong.length + 1);
        const took = mind.pace * (isRemembered ? 1 : 1.6);
        seconds += took + (isRight ? 2 : EXPLANATION_SECONDS);
        const at = start + seconds * 1000;
        traces.set(item, { strength: strengthAfter(traces.get(item), recall, isRemembered, mind), at });
        teacher.answered(item, isRight, took * 1000, at);
        totals.answers += 1;
        totals.seconds += took + (isRight ? 2 : EXPLANATION_SECONDS);
      }
    }
    const end = plan.days * DAY_MS;
    for (const trace of traces.values()) totals.remembered += recallOf(trace, mind, end);
  }
  return {
    remembered: totals.remembered / plan.learners,
    rememberedPerMinute: totals.remembered / (totals.seconds / 60),
    answers: totals.answers,
  };
}

function mindFrom(random: Random): Mind {
  const between = (low: number, high: number) => low + (high - low) * random();
  return { decay: between(0.3, 0.7), gain: between(1, 3), first: between(0.5, 2), pace: between(6, 12) };
}

function recallOf(trace: Trace | undefined, { decay }: Mind, now: number): number {
  return trace === undefined ? 0 : (1 + (now - trace.at) / DAY_MS / trace.strength) ** -decay;
}

/** Growth is zero right after the last time, `gain` where nine in ten still remember, and more the rarer that is. */
function strengthAfter(trace: Trace | undefined, recall: number, isRemembered: boolean, { gain, first }: Mind): number {
  if (trace === undefined) return first;
  if (!isRemembered) return Math.max(first, trace.strength / 2);
  return trace.strength * (1 + gain * ((1 - recall) / 0.1));
}
