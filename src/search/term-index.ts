import { NumberList } from './number-list.ts';
import { startsOf } from './register.ts';
import { LIGHT_FACTOR, LIGHT_WORDS } from './words.ts';

/** The parts of a note that are scored apart, because a hit in a name says more than one in a passage. */
export type Field = 'name' | 'asked' | 'summary' | 'facts' | 'passage';

const FIELDS: readonly Field[] = ['name', 'asked', 'summary', 'facts', 'passage'];
const FIELD_NUMBERS = Object.fromEntries(FIELDS.map((field, number) => [field, number])) as Record<Field, number>; // fromEntries loses the keys

/** A piece of text of one note that is scored as a whole: one name, one asked question, one passage. */
export interface Unit {
  readonly note: number;
  readonly field: Field;
  /** Number of the asked question or passage within its note. */
  readonly index: number;
}

/** Where a term stands: numbers of units and, in step with them, how often it stands there. */
export interface Postings {
  readonly units: Int32Array;
  readonly counts: Int32Array;
}

const NOWHERE: Postings = { units: new Int32Array(0), counts: new Int32Array(0) };

/** A {@link TermIndex} as plain data that can be kept in a file: flat arrays, in step with each other. */
export interface TermTable {
  /** How many notes there are. */
  readonly notes: number;
  readonly terms: readonly string[];
  /** In how many notes each term stands. */
  readonly termNotes: Int32Array;
  /** Where each term's postings begin in `postingUnits` and `postingCounts`, and last where they end. */
  readonly starts: Int32Array;
  readonly postingUnits: Int32Array;
  readonly postingCounts: Int32Array;
  readonly unitNotes: Int32Array;
  /** Positions in {@link FIELDS}. */
  readonly unitFields: Int32Array;
  readonly unitIndexes: Int32Array;
  /** Number of each unit's terms, repeated ones counted each time. */
  readonly unitLengths: Int32Array;
  /** The weights of each unit's different terms, added up. */
  readonly unitWeights: Float64Array;
}

/** Collects texts word by word, so that no list of all words is ever held. */
export class TermTableBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #termNotes = new NumberList();
  /** The last note and the last unit in which each term was seen, and where its count in that unit stands. */
  readonly #lastNote = new NumberList();
  readonly #lastUnit = new NumberList();
  readonly #lastPlace = new NumberList();
  /** The different terms of each unit, one unit after the other, and how often each stands there. */
  readonly #terms = new NumberList();
  readonly #counts = new NumberList();
  readonly #unitEnds = new NumberList();
  readonly #unitNotes = new NumberList();
  readonly #unitFields = new NumberList();
  readonly #unitIndexes = new NumberList();
  readonly #unitLengths = new NumberList();
  #note = 0;
  #field = 0;
  #index = 0;
  #length = 0;

  /** The number by which a term is added. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    this.#termNotes.push(0);
    this.#lastNote.push(-1);
    this.#lastUnit.push(-1);
    this.#lastPlace.push(0);
    return number;
  }

  begin({ note, field, index }: Unit): void {
    this.#note = note;
    this.#field = FIELD_NUMBERS[field];
    this.#index = index;
    this.#length = 0;
  }

  add(term: number): void {
    const unit = this.#unitEnds.length;
    this.#length += 1;
    if (this.#lastUnit.at(term) === unit) {
      const place = this.#lastPlace.at(term);
      this.#counts.set(place, this.#counts.at(place) + 1);
      return;
    }
    this.#lastUnit.set(term, unit);
    this.#lastPlace.set(term, this.#terms.length);
    this.#terms.push(term);
    this.#counts.push(1);
    if (this.#lastNote.at(term) !== this.#note) {
      this.#lastNote.set(term, this.#note);
      this.#termNotes.set(term, this.#termNotes.at(term) + 1);
    }
  }

  end(): void {
    if (this.#length === 0) return;
    this.#unitNotes.push(this.#note);
    this.#unitFields.push(this.#field);
    this.#unitIndexes.push(this.#index);
    this.#unitLengths.push(this.#length);
    this.#unitEnds.push(this.#terms.length);
  }

  build(notes: number): TermTable {
    const terms = [...this.#numbers.keys()];
    const termNotes = this.#termNotes.toArray();
    const weights = Float64Array.from(terms, (text, number) => weightOf(text, termNotes[number] ?? 0, notes));
    const starts = startsOf(this.#terms, terms.length);
    const next = starts.slice();
    const postingUnits = new Int32Array(this.#terms.length);
    const postingCounts = new Int32Array(this.#terms.length);
    const unitWeights = new Float64Array(this.#unitEnds.length);
    for (let unit = 0, place = 0; unit < unitWeights.length; unit++) {
      let weight = 0;
      for (; place < this.#unitEnds.at(unit); place++) {
        const term = this.#terms.at(place);
        const position = next[term] ?? 0;
        next[term] = position + 1;
        postingUnits[position] = unit;
        postingCounts[position] = this.#counts.at(place);
        weight += weights[term] ?? 0;
      }
      unitWeights[unit] = weight;
    }
    return {
      notes,
      terms,
      termNotes,
      starts,
      postingUnits,
      postingCounts,
      unitNotes: this.#unitNotes.toArray(),
      unitFields: this.#unitFields.toArray(),
      unitIndexes: this.#unitIndexes.toArray(),
      unitLengths: this.#unitLengths.toArray(),
      unitWeights,
    };
  }
}

/** An inverted index: from a term to the units in which it stands. */
export class TermIndex {
  /** Mean number of terms of a passage. */
  readonly averagePassageLength: number;
  readonly #table: TermTable;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(table: TermTable) {
    this.#table = table;
    this.#numbers = new Map(table.terms.map((text, number) => [text, number]));
    const passages = table.unitLengths.filter((_, unit) => this.fieldOf(unit) === 'passage');
    this.averagePassageLength = passages.reduce((sum, length) => sum + length, 0) / Math.max(1, passages.length);
  }

  /** The note of each unit. */
  get unitNotes(): Int32Array {
    return this.#table.unitNotes;
  }

  /** Number of each unit's terms, repeated ones counted each time. */
  get unitLengths(): Int32Array {
    return this.#table.unitLengths;
  }

  /** The weights of each unit's different terms, added up. */
  get unitWeights(): Float64Array {
    return this.#table.unitWeights;
  }

  fieldOf(unit: number): Field {
    return FIELDS[this.#table.unitFields[unit] ?? 0] ?? 'name';
  }

  /** Number of the asked question or passage within its note. */
  indexOf(unit: number): number {
    return this.#table.unitIndexes[unit] ?? 0;
  }

  /** Where the term stands, in the order of the units. */
  postingsOf(term: string): Postings {
    const number = this.#numbers.get(term);
    if (number === undefined) return NOWHERE;
    const { starts, postingUnits, postingCounts } = this.#table;
    const [start, end] = [starts[number], starts[number + 1]];
    return { units: postingUnits.subarray(start, end), counts: postingCounts.subarray(start, end) };
  }

  /** Whether a note holds the term: its units are in the order of the notes. */
  holds(note: number, term: string): boolean {
    const { units } = this.postingsOf(term);
    let [low, high] = [0, units.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.unitNotes[units[middle] ?? 0] ?? 0) < note) low = middle + 1;
      else high = middle;
    }
    return low < units.length && this.unitNotes[units[low] ?? 0] === note;
  }

  /** Whether any note holds the term. */
  has(term: string): boolean {
    return this.#numbers.has(term);
  }

  /** How telling a term is. A term that no note holds is the most telling. */
  weightOf(term: string): number {
    const number = this.#numbers.get(term);
    return weightOf(term, number === undefined ? 0 : (this.#table.termNotes[number] ?? 0), this.#table.notes);
  }
}

/**
 * How telling a term is that stands in so many of the notes: its inverse document frequency, smoothed so that it is
 * never negative (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009); a word that could stand in a
 * question about anything counts little.
 */
function weightOf(term: string, count: number, notes: number): number {
  const weight = Math.log(1 + (notes - count + 0.5) / (count + 0.5));
  return LIGHT_WORDS.has(term) ? weight * LIGHT_FACTOR : weight;
}
