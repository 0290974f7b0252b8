import { LIGHT_FACTOR, LIGHT_WORDS } from './words.ts';

/** The parts of a note that are scored apart, because a hit in a name says more than one in a passage. */
export type Field = 'name' | 'asked' | 'summary' | 'facts' | 'passage';

/** A piece of text of one note that is scored as a whole: one name, one asked question, one passage. */
export interface Unit {
  readonly note: number;
  readonly field: Field;
  /** Number of the asked question or passage within its note. */
  readonly index: number;
  /** Number of its terms, repeated ones counted each time. */
  readonly length: number;
  /** The weights of its different terms, added up. */
  readonly weight: number;
}

/** Where a term stands: numbers of units and, in step with them, how often it stands there. */
export interface Postings {
  readonly units: readonly number[];
  readonly counts: readonly number[];
}

const NOWHERE: Postings = { units: [], counts: [] };

interface Text {
  readonly note: number;
  readonly field: Field;
  readonly index: number;
  readonly terms: readonly string[];
}

/** An inverted index: from a term to the units in which it stands. */
export class TermIndex {
  readonly units: readonly Unit[];
  /** Mean number of terms of a passage. */
  readonly averagePassageLength: number;
  readonly #postings: ReadonlyMap<string, Postings>;
  readonly #noteCounts: ReadonlyMap<string, number>;
  readonly #notes: number;

  /**
   * @param texts the pieces of text, those of one note one after another
   * @param notes how many notes there are
   */
  constructor(texts: readonly Text[], notes: number) {
    const filled = texts.filter(({ terms }) => terms.length > 0);
    const postings = new Map<string, { units: number[]; counts: number[] }>();
    filled.forEach(({ terms }, unit) => {
      for (const term of terms) {
        const entry = postings.get(term);
        if (!entry) postings.set(term, { units: [unit], counts: [1] });
        else if (entry.units.at(-1) === unit) entry.counts.push((entry.counts.pop() ?? 0) + 1);
        else {
          entry.units.push(unit);
          entry.counts.push(1);
        }
      }
    });
    this.#postings = postings;
    this.#notes = notes;
    this.#noteCounts = new Map(
      [...postings].map(([term, { units }]) => [term, countRuns(units.map((unit) => filled[unit]?.note))]),
    );
    this.units = filled.map(({ note, field, index, terms }) => ({
      note,
      field,
      index,
      length: terms.length,
      weight: [...new Set(terms)].reduce((sum, term) => sum + this.weightOf(term), 0),
    }));
    const passages = this.units.filter(({ field }) => field === 'passage');
    this.averagePassageLength = passages.reduce((sum, { length }) => sum + length, 0) / Math.max(1, passages.length);
  }

  /** Where the term stands, in the order of the units. */
  postingsOf(term: string): Postings {
    return this.#postings.get(term) ?? NOWHERE;
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
}

/** How many runs of equal neighbours there are. */
function countRuns(values: readonly unknown[]): number {
  return values.reduce<number>((runs, value, position) => (value === values[position - 1] ? runs : runs + 1), 0);
}
