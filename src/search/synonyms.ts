import type { Knowledge } from '../knowledge/load.ts';
import { stem, wordsOf } from './words.ts';

/** Another term for what a person typed, and how much a hit on it counts beside a hit on the typed one. */
export interface Alternative {
  readonly term: string;
  readonly factor: number;
}

/** A synonym helps to find; it must not outrank the word that was typed. */
const SYNONYM_FACTOR = 0.7;

/** Longest synonym in words. */
const MAX_WORDS = 3;

/** Looks up what else a word or phrase may be called, from `knowledge/synonyms.yaml`. */
export class Synonyms {
  readonly #groups = new Map<string, Set<string>>();

  constructor({ synonyms }: Pick<Knowledge, 'synonyms'>) {
    for (const group of synonyms) {
      const phrases = group.map((phrase) => wordsOf(phrase).map(stem));
      for (const phrase of phrases) {
        const key = phrase.join(' ');
        const others = this.#groups.get(key) ?? new Set<string>();
        for (const other of phrases) if (other !== phrase) for (const term of other) others.add(term);
        for (const own of phrase) others.delete(own);
        this.#groups.set(key, others);
      }
    }
  }

  /** For each stem of a question, the terms that may stand for it. */
  alternativesFor(stems: readonly string[]): readonly (readonly Alternative[])[] {
    const alternatives = stems.map(() => new Map<string, number>());
    for (let start = 0; start < stems.length; start++) {
      for (let length = 1; length <= MAX_WORDS && start + length <= stems.length; length++) {
        const others = this.#groups.get(stems.slice(start, start + length).join(' '));
        if (!others) continue;
        for (let index = start; index < start + length; index++) {
          for (const term of others) alternatives[index]?.set(term, SYNONYM_FACTOR);
        }
      }
    }
    return alternatives.map((terms) => [...terms].map(([term, factor]) => ({ term, factor })));
  }
}
