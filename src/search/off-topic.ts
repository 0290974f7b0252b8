import type { Knowledge } from '../knowledge/load.ts';
import type { QueryTerm } from './query.ts';
import type { TermIndex } from './term-index.ts';
import { indexWordsOf, stem, STOP_WORDS } from './words.ts';

interface Example {
  readonly stems: ReadonlySet<string>;
  readonly weight: number;
}

/**
 * Recognises messages outside the field by examples of such messages (`knowledge/off-topic.yaml`): "goose down jacket"
 * shares a word with a protocol, but more with an example about clothes.
 */
export class OffTopicExamples {
  readonly #byStem = new Map<string, Example[]>();

  constructor({ offTopic }: Pick<Knowledge, 'offTopic'>, index: TermIndex) {
    for (const text of offTopic) {
      const stems = new Set(
        indexWordsOf(text)
          .filter((word) => !STOP_WORDS.has(word))
          .map(stem),
      );
      const example = { stems, weight: [...stems].reduce((sum, term) => sum + index.weightOf(term), 0) };
      for (const term of stems) this.#byStem.set(term, [...(this.#byStem.get(term) ?? []), example]);
    }
  }

  /** How like the nearest example a question is, from 0 to 1; measured as names and asked questions are. */
  likeness(terms: readonly QueryTerm[]): number {
    const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
    const shared = new Map<Example, number>();
    for (const { stem: term, weight } of terms) {
      for (const example of this.#byStem.get(term) ?? []) shared.set(example, (shared.get(example) ?? 0) + weight);
    }
    return [...shared].reduce(
      (best, [{ weight }, common]) => Math.max(best, Math.min(1, common / Math.sqrt(total * weight))),
      0,
    );
  }
}
