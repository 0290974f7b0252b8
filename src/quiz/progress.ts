import { answersOf } from '../store/answers.ts';
import { cardsOf } from '../store/cards.ts';
import { dayBefore, localDay } from './clock-time.ts';
import type { Topic } from './item.ts';
import type { QuizParts } from './quiz-parts.ts';
import { isMastered, retrievability } from './schedule.ts';

/** How well a learner knows a topic. */
export interface TopicProgress {
  readonly topic: Topic;
  /** Items there are. */
  readonly items: number;
  /** Items the learner has seen. */
  readonly seen: number;
  /** Items likely remembered for weeks to come. */
  readonly mastered: number;
  /** The mean chance that what was seen is remembered now, from 0 to 1. */
  readonly recall: number;
}

/** How far a learner has come. */
export interface Progress {
  readonly answers: number;
  readonly right: number;
  /** Days in a row, up to today or yesterday, with at least one answer. */
  readonly streak: number;
  readonly due: number;
  /** When the next card after those is due, in milliseconds since 1970. */
  readonly nextDue?: number;
  /** Topics the learner has seen something of, best known first. */
  readonly topics: readonly TopicProgress[];
}

/**
 * How far a learner has come.
 *
 * @param zone the time zone by whose days the streak counts
 */
export async function progressOf({ db, pool, now }: QuizParts, learner: string, zone: string): Promise<Progress> {
  const at = now();
  const answers = await answersOf(db, learner);
  // A card whose item is no longer there says nothing about what can still be asked.
  const cards = (await cardsOf(db, learner)).flatMap((card) => {
    const item = pool.get(card.item);
    return item ? [{ card, item }] : [];
  });
  const nextDue = cards.map(({ card }) => card.due).find((due) => due > at);
  const topics = [...pool.topics].flatMap(([topic, items]): readonly TopicProgress[] => {
    const own = cards.filter(({ item }) => item.topic === topic).map(({ card }) => card);
    if (own.length === 0) return [];
    const recall = own.reduce((sum, card) => sum + retrievability(card, at), 0) / own.length;
    return [{ topic, items, seen: own.length, mastered: own.filter(isMastered).length, recall }];
  });
  return {
    answers: answers.length,
    right: answers.filter(({ correct }) => correct === 1).length,
    streak: streakOf(new Set(answers.map((answer) => localDay(answer.at, zone))), localDay(at, zone)),
    due: cards.filter(({ card }) => card.due <= at).length,
    ...(nextDue !== undefined && { nextDue }),
    topics: topics.toSorted((a, b) => b.recall * b.seen - a.recall * a.seen),
  };
}

/** A streak lasts through today: who hasn't answered yet today still has yesterday's. */
function streakOf(days: ReadonlySet<string>, today: string): number {
  let streak = 0;
  for (let day = days.has(today) ? today : dayBefore(today); days.has(day); day = dayBefore(day)) streak += 1;
  return streak;
}
