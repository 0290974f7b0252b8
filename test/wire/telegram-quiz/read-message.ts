import { createItemPool, itemBatches } from '../../../src/quiz/item-pool.ts';
import { fixtureKnowledge } from '../../fixtures/assistant.ts';
import type { SentMessage } from '../telegram-server/index.ts';

const ITEMS = createItemPool(itemBatches(await fixtureKnowledge())).fitting({});

/** What {@link optionsOf} tells of a question that is asked by buttons. */
export interface AskedByButtons {
  readonly question: string;
  /** The label of the right option's button. */
  readonly right: string;
  /** The label of a wrong option's button. */
  readonly wrong: string;
}

/** The question of a message and its options by the notes that the bot reads, as somebody sees it who knows them well. */
export function optionsOf({ text }: SentMessage): AskedByButtons {
  const item = ITEMS.find(({ question }) => text.includes(question));
  if (!item) throw new Error(`there is no question of the notes in "${text}"`);
  const options = [...text.matchAll(/^• ([A-H])\. (.*)$/gm)].map(([, label = '', option = '']) => ({ label, option }));
  const right = options.find(({ option }) => option === item.answer);
  const wrong = options.find(({ option }) => option !== item.answer);
  if (!right || !wrong) throw new Error(`the options of "${item.question}" don't stand in "${text}"`);
  return { question: item.question, right: right.label, wrong: wrong.label };
}

/** The right option of a native quiz, and a wrong one, counted from 0. */
export function pollOptions({ poll, text }: SentMessage): { readonly right: number; readonly wrong: number } {
  if (!poll) throw new Error(`expected a poll, got "${text}"`);
  const [right = 0] = poll.correct;
  return { right, wrong: right === 0 ? 1 : 0 };
}

/** The labels of a message's buttons. */
function labelsOf({ keyboard }: SentMessage): readonly string[] {
  return keyboard.flat().map(({ text }) => text);
}

/** The label of the first button that fits a pattern. */
export function labelOf(message: SentMessage, pattern: RegExp): string {
  const label = labelsOf(message).find((each) => pattern.test(each));
  if (label === undefined) throw new Error(`no button like ${pattern} among ${labelsOf(message).join(', ')}`);
  return label;
}
