import type { Knowledge } from '../knowledge/load.ts';
import type { Question } from './question.ts';
import { Register, RegisterBuilder, type RegisterTable } from './register.ts';
import type { TermIndex } from './term-index.ts';
import { indexWordsOf, stem, STOP_WORDS } from './words.ts';

/** Added to every count, so that a word seen once on one side proves nothing. */
const SMOOTHING = 0.5;

/** What {@link OffTopicExamples} compares questions with, as plain data that can be kept in a file. */
export interface OffTopicTable {
  /** The weight of each example's words, added up. */
  readonly weights: Float64Array;
  /** Numbers of the examples that hold a stem. */
  readonly byStem: RegisterTable<string>;
  /** For each stem, the logarithm of how much more often it stands in examples than in questions of the field. */
  readonly leanings: ReadonlyMap<string, number>;
}

/**
 * Counts the words of the examples.
 *
 * @param askedCounts in how many of the notes' asked questions each stem stands
 */
export function offTopicTableOf(
  { offTopic }: Pick<Knowledge, 'offTopic'>,
  terms: TermIndex,
  askedCounts: ReadonlyMap<string, number>,
): OffTopicTable {
  const byStem = new RegisterBuilder<string>();
  const weights = Float64Array.from(offTopic, (text, example) => {
    const stems = new Set(
      indexWordsOf(text)
        .filter((word) => !STOP_WORDS.has(word))
        .map(stem),
    );
    for (const each of stems) byStem.file(each, example);
    return [...stems].reduce((sum, each) => sum + terms.weightOf(each), 0);
  });
  return { weights, byStem: byStem.build(), leanings: leanings(countStems(offTopic), askedCounts) };
}

/**
 * Recognises messages outside the field by examples of such messages (`knowledge/off-topic.yaml`): "goose down jacket"
 * shares a word with a protocol, but more with an example about clothes.
 */
export class OffTopicExamples {
  readonly #table: OffTopicTable;
  readonly #byStem: Register<string>;

  constructor(table: OffTopicTable) {
    this.#table = table;
    this.#byStem = new Register(table.byStem);
  }

  /** How like the nearest example a question is, from 0 to 1; measured as names and asked questions are. */
  likeness({ terms }: Pick<Question, 'terms'>): number {
    const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
    const shared = new Map<number, number>();
    for (const { stem: own, weight } of terms) {
      for (const example of this.#byStem.numbersOf(own)) shared.set(example, (shared.get(example) ?? 0) + weight);
    }
    return [...shared].reduce(
      (best, [example, common]) =>
        Math.max(best, Math.min(1, common / Math.sqrt(total * (this.#table.weights[example] ?? 0)))),
      0,
    );
  }

  /**
   * To which side the words of a question lean, grammar words too ("my", "best", "buy"): the mean logarithm of how much
   * more often each stands in examples than in questions of the field. Above 0 is outside (naive Bayes).
   */
  leaning({ words }: Pick<Question, 'words'>): number {
    if (words.length === 0) return 0;
    return words.reduce((sum, word) => sum + (this.#table.leanings.get(stem(word)) ?? 0), 0) / words.length;
  }
}

function leanings(out: ReadonlyMap<string, number>, own: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const [outSize, ownSize] = [sizeOf(out), sizeOf(own)];
  return new Map(
    [...new Set([...out.keys(), ...own.keys()])].map((each) => [
      each,
      Math.log(smoothShare(out.get(each), outSize) / smoothShare(own.get(each), ownSize)),
    ]),
  );
}

function sizeOf(counts: ReadonlyMap<string, number>): number {
  return counts.values().reduce((sum, count) => sum + count, 0);
}

function smoothShare(count: number | undefined, total: number): number {
  return ((count ?? 0) + SMOOTHING) / (total + SMOOTHING);
}

function countStems(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const each of new Set(indexWordsOf(text).map(stem))) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  return counts;
}
