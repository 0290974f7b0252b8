import { ITEM_LIMITS, type Item, type Level, type Topic, type WrongOption } from '../item.ts';
import { itemId } from '../item-id.ts';

/** What an item is made from. */
export interface Draft {
  readonly topic: Topic;
  readonly level: Level;
  readonly question: string;
  readonly answer: string;
  /** Wrong answers, the most plausible first; none may be right as well. */
  readonly candidates: readonly WrongOption[];
  /** How many of them are shown. */
  readonly wrongCount?: 1 | 3;
  readonly why: string;
  readonly note?: string;
}

/** An option longer than the others by this factor, plus some letters, is picked or left for its length. */
const STANDS_OUT = 1.6;
const STANDS_OUT_LETTERS = 6;

/**
 * An item from a draft, or nothing where it would be a bad one: too few wrong answers, an answer that stands out by its
 * length or stands in the question, or a text too long for a platform.
 */
export function madeItem({ candidates, wrongCount = 3, ...draft }: Draft): readonly Item[] {
  const { question, answer, why } = draft;
  if (question.length > ITEM_LIMITS.question || answer.length > ITEM_LIMITS.option || holds(question, answer))
    return [];
  const seen = new Set([answer.toLowerCase()]);
  const wrong: WrongOption[] = [];
  for (const candidate of candidates) {
    if (wrong.length === wrongCount) break;
    const { text } = candidate;
    const isFit = text.length <= ITEM_LIMITS.option && isAlikeInLength(text, answer) && !holds(question, text);
    if (!isFit || seen.has(text.toLowerCase())) continue;
    seen.add(text.toLowerCase());
    wrong.push(candidate);
  }
  if (wrong.length < wrongCount) return [];
  return [{ ...draft, id: itemId(draft), isMade: true, wrong, why: shortened(why) }];
}

/** Whether neither of two options stands out beside the other. */
export function isAlikeInLength(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  return long <= short * STANDS_OUT + STANDS_OUT_LETTERS;
}

/** Whether a question holds an option as whole words. */
export function holds(question: string, option: string): boolean {
  return wordsOf(question).includes(wordsOf(option));
}

function wordsOf(text: string): string {
  return ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()} `;
}

/** An explanation within the limit, ended at a word. */
function shortened(text: string): string {
  if (text.length <= ITEM_LIMITS.why) return text;
  return `${text.slice(0, ITEM_LIMITS.why - 1).replace(/\s+\S*$/, '')}…`;
}
