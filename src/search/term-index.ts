import { LIGHT_FACTOR, LIGHT_WORDS } from './words.ts';

/** The parts of a note that are scored apart, because a hit in a name says more than one in a passage. */
export type Field = 'name' | 'asked' | 'summary' | 'facts' | 'passage';

/** A piece of text of one note that is scored as a whole: one name, one asked question, one passage. */
export interface Unit {
  readonly note: number;
  readonly field: Field;
  /** Number of the asked question or passage within its note. */
  readonly index: number;
  readonly terms: ReadonlyMap<string, number>;
  readonly length: number;
}

/** An inverted index: from a term to the units in which it stands. */
export class TermIndex {
  readonly units: Unit[] = [];
  readonly #postings = new Map<string, number[]>();
  /** Number of notes that each term stands in; made when the index is sealed. */
  readonly #noteCounts = new Map<string, number>();
  readonly #unitWeights: number[] = [];
  #notes = 0;
  #averagePassage = 1;

  /** Files one piece of text. Units of one note must be added one after another. */
  add(note: number, field: Field, index: number, terms: readonly string[]): void {
    if (terms.length === 0) return;
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    const unit = this.units.length;
    this.units.push({ note, field, index, terms: counts, length: terms.length });
    for (const term of counts.keys()) {
      const postings = this.#postings.get(term);
      if (postings) postings.push(unit);
      else this.#postings.set(term, [unit]);
    }
  }

  /** Counts what scoring needs; call once, after the last unit. */
  seal(notes: number): void {
    this.#notes = notes;
    for (const [term, postings] of this.#postings) {
      let count = 0;
      let previous = -1;
      for (const unit of postings) {
        const note = this.units[unit]?.note ?? -1;
        if (note !== previous) count++;
        previous = note;
      }
      this.#noteCounts.set(term, count);
    }
    for (const { terms } of this.units) {
      let weight = 0;
      for (const term of terms.keys()) weight += this.weightOf(term);
      this.#unitWeights.push(weight);
    }
    const passages = this.units.filter(({ field }) => field === 'passage');
    this.#averagePassage = passages.reduce((sum, { length }) => sum + length, 0) / Math.max(1, passages.length);
  }

  /** Mean number of terms of a passage. */
  get averagePassageLength(): number {
    return this.#averagePassage;
  }

  /** Units that hold the term, in the order they were added. */
  unitsWith(term: string): readonly number[] {
    return this.#postings.get(term) ?? [];
  }

  /** Whether any note holds the term. */
  has(term: string): boolean {
    return this.#postings.has(term);
  }

  /**
   * How telling a term is: its inverse document frequency, smoothed so that it is never negative
   * (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). A term that no note holds is the most
   * telling; a word that could stand in a question about anything counts little.
   */
  weightOf(term: string): number {
    const count = this.#noteCounts.get(term) ?? 0;
    const weight = Math.log(1 + (this.#notes - count + 0.5) / (count + 0.5));
    return LIGHT_WORDS.has(term) ? weight * LIGHT_FACTOR : weight;
  }

  /** The weights of a unit's terms, added up. */
  weightOfUnit(unit: number): number {
    return this.#unitWeights[unit] ?? 0;
  }

  /** Every term with the number of notes it stands in. */
  noteCounts(): ReadonlyMap<string, number> {
    return this.#noteCounts;
  }
}
