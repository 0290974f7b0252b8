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

interface Term {
  readonly text: string;
  readonly units: number[];
  readonly counts: number[];
  notes: number;
  lastNote: number;
}

/** Collects texts word by word, so that no list of all words is ever held. */
export class TermIndexBuilder {
  readonly #terms: Term[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #units: {
    note: number;
    field: Field;
    index: number;
    length: number;
    terms: Int32Array;
  }[] = [];
  #place: { note: number; field: Field; index: number } = {
    note: 0,
    field: 'name',
    index: 0,
  };
  #length = 0;
  #own: number[] = [];

  /** The number by which a term is added. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#numbers.set(text, number);
    this.#terms.push({ text, units: [], counts: [], notes: 0, lastNote: -1 });
    return number;
  }

  begin(place: { note: number; field: Field; index: number }): void {
    this.#place = place;
    this.#length = 0;
    this.#own = [];
  }

  add(number: number): void {
    const term = this.#terms[number];
    if (!term) return;
    const unit = this.#units.length;
    this.#length += 1;
    const last = term.units.length - 1;
    if (term.units[last] === unit) {
      term.counts[last] = (term.counts[last] ?? 0) + 1;
      return;
    }
    term.units.push(unit);
    term.counts.push(1);
    this.#own.push(number);
    if (term.lastNote !== this.#place.note) {
      term.lastNote = this.#place.note;
      term.notes += 1;
    }
  }

  end(): void {
    if (this.#length > 0)
      this.#units.push({
        ...this.#place,
        length: this.#length,
        terms: Int32Array.from(this.#own),
      });
  }

  build(notes: number): TermIndex {
    return new TermIndex(this.#terms, this.#units, notes);
  }
}

/** An inverted index: from a term to the units in which it stands. */
export class TermIndex {
  readonly units: readonly Unit[];
  /** Mean number of terms of a passage. */
  readonly averagePassageLength: number;
  readonly #terms: ReadonlyMap<string, Term>;
  readonly #notes: number;

  constructor(
    terms: readonly Term[],
    units: readonly {
      note: number;
      field: Field;
      index: number;
      length: number;
      terms: Int32Array;
    }[],
    notes: number,
  ) {
    this.#notes = notes;
    this.#terms = new Map(terms.map((term) => [term.text, term]));
    const weights = Float64Array.from(terms, ({ text }) => this.weightOf(text));
    this.units = units.map(({ note, field, index, length, terms: own }) => {
      let weight = 0;
      for (const number of own) weight += weights[number] ?? 0;
      return { note, field, index, length, weight };
    });
    const passages = this.units.filter(({ field }) => field === 'passage');
    this.averagePassageLength = passages.reduce((sum, { length }) => sum + length, 0) / Math.max(1, passages.length);
  }

  /** Where the term stands, in the order of the units. */
  postingsOf(term: string): Postings {
    return this.#terms.get(term) ?? NOWHERE;
  }

  /** Whether a note holds the term: its units are in the order of the notes. */
  holds(note: number, term: string): boolean {
    const { units } = this.postingsOf(term);
    let [low, high] = [0, units.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.units[units[middle] ?? 0]?.note ?? 0) < note) low = middle + 1;
      else high = middle;
    }
    return low < units.length && this.units[units[low] ?? 0]?.note === note;
  }

  /** Whether any note holds the term. */
  has(term: string): boolean {
    return this.#terms.has(term);
  }

  /**
   * How telling a term is: its inverse document frequency, smoothed so that it is never negative
   * (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). A term that no note holds is the most
   * telling; a word that could stand in a question about anything counts little.
   */
  weightOf(term: string): number {
    const count = this.#terms.get(term)?.notes ?? 0;
    const weight = Math.log(1 + (this.#notes - count + 0.5) / (count + 0.5));
    return LIGHT_WORDS.has(term) ? weight * LIGHT_FACTOR : weight;
  }
}
