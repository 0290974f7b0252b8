import type { QueryTerm } from './query.ts';
import type { Field, TermIndex } from './term-index.ts';

/** How well a note fits a question, each part from 0 to 1. */
export interface Scores {
  /** The best of its names against the question. */
  readonly name: number;
  /** The best of its asked questions against the question. */
  readonly asked: number;
  readonly summary: number;
  readonly facts: number;
  /** The best of its passages. */
  readonly passage: number;
  /** Share of the question's weight that the note holds anywhere. */
  readonly coverage: number;
  /** The same, counted the more the more of the note's names, questions and passages speak of each word. */
  readonly about: number;
  /** Number of the best passage within the note; `undefined` when none fits. */
  readonly bestPassage: number | undefined;
}

/** How much each score counts. Found by measurement: see `npm run eval`. */
export const WEIGHTS = {
  name: 0.5,
  asked: 0.6,
  summary: 0.8,
  facts: 0.4,
  passage: 0.7,
  coverage: 0.9,
  about: 1,
} as const;

/** The scores as one number; larger is better. */
export function totalOf(scores: Scores): number {
  return (
    WEIGHTS.name * scores.name +
    WEIGHTS.asked * scores.asked +
    WEIGHTS.summary * scores.summary +
    WEIGHTS.facts * scores.facts +
    WEIGHTS.passage * scores.passage +
    WEIGHTS.coverage * scores.coverage +
    WEIGHTS.about * scores.about
  );
}

/** Most notes that are scored in full. */
const MAX_CANDIDATES = 100;
/** Most postings that are read for one question; the most telling words come first. */
const MAX_POSTINGS = 20_000;

/** How much a hit in each field says that the note is about the word. */
const ABOUT_WEIGHTS: Readonly<Record<Field, number>> = {
  name: 3,
  asked: 1,
  summary: 2,
  facts: 1,
  passage: 1,
};
/** From how many such hits on half of a word's weight is counted. */
const ABOUT_HALF = 2;

/** BM25's saturation of repeated terms and correction for length (Robertson and Zaragoza, 2009). */
const K1 = 1.2;
const B = 0.5;

/**
 * Scores notes against questions. Works on arrays that are made once and used for every question, because a search
 * runs at every keystroke of everybody; a question costs as much as its words have postings, up to a budget.
 */
export class Scorer {
  readonly #index: TermIndex;
  readonly #noteOf: Int32Array;
  /** What a unit's length does to a term's count in BM25. */
  readonly #lengthFactor: Float64Array;
  /** Weight that the question shares with each unit, and the same with BM25's saturation. */
  readonly #shared: Float64Array;
  readonly #saturated: Float64Array;
  /** Weight of the question that each note holds anywhere. */
  readonly #covered: Float64Array;
  /** How much each note is about the question's words, and how often the present word was met in it. */
  readonly #about: Float64Array;
  readonly #met: Float64Array;
  /** The last term that touched a unit or a note, so that its synonyms don't count on top of it. */
  readonly #unitTerm: Int32Array;
  readonly #noteTerm: Int32Array;
  /** Where the scores of a note that is scored in full stand; -1 for any other note. */
  readonly #place: Int32Array;

  constructor(index: TermIndex, notes: number) {
    this.#index = index;
    this.#noteOf = index.unitNotes;
    this.#lengthFactor = Float64Array.from(
      index.unitLengths,
      (length) => K1 * (1 - B + (B * length) / (index.averagePassageLength || 1)),
    );
    this.#shared = new Float64Array(index.unitNotes.length);
    this.#saturated = new Float64Array(index.unitNotes.length);
    this.#unitTerm = new Int32Array(index.unitNotes.length).fill(-1);
    this.#covered = new Float64Array(notes);
    this.#about = new Float64Array(notes);
    this.#met = new Float64Array(notes);
    this.#noteTerm = new Int32Array(notes).fill(-1);
    this.#place = new Int32Array(notes).fill(-1);
  }

  /**
   * The scores of the notes that hold the question's telling words, by number of note.
   *
   * @param spelledOut by number of note, the numbers of the terms that belong to a name of the note which the question
   *   spells out; such notes are scored in any case
   */
  score(
    terms: readonly QueryTerm[],
    spelledOut: ReadonlyMap<number, ReadonlySet<number>>,
  ): ReadonlyMap<number, Scores> {
    const units: number[] = [];
    const notes: number[] = [];
    this.#readPostings(terms, units, notes);
    try {
      const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
      const scores = new Map([...this.#promising(notes), ...spelledOut.keys()].map((note) => [note, emptyScores()]));
      const byPlace = [...scores.values()];
      for (const [place, note] of [...scores.keys()].entries()) this.#place[note] = place;
      for (const unit of units) this.#scoreUnit(unit, total, byPlace);
      for (const note of scores.keys()) this.#place[note] = -1;
      for (const [note, own] of scores) {
        own.about = (this.#about[note] ?? 0) / total;
        own.coverage = Math.min(
          1,
          ((this.#covered[note] ?? 0) + this.#named(terms, note, spelledOut.get(note))) / total,
        );
      }
      return scores;
    } finally {
      this.#forget(units, notes);
    }
  }

  /** The notes that hold most of the question, most first; without sorting all that hold any of it. */
  #promising(notes: readonly number[]): readonly number[] {
    const covered = (note: number) => this.#covered[note] ?? 0;
    const least = Float64Array.from(notes, covered).sort().at(-MAX_CANDIDATES) ?? 0;
    return notes
      .filter((note) => covered(note) >= least)
      .toSorted((a, b) => covered(b) - covered(a))
      .slice(0, MAX_CANDIDATES);
  }

  #readPostings(terms: readonly QueryTerm[], units: number[], notes: number[]): void {
    let budget = MAX_POSTINGS;
    const order = terms.map((term, number) => ({ ...term, number })).toSorted((a, b) => b.weight - a.weight);
    for (const { alternatives, number, weight } of order) {
      const met: number[] = [];
      for (const { term, factor } of alternatives) {
        const postings = this.#index.postingsOf(term);
        // A word that stands almost everywhere decides nothing beside more telling ones; alone, its first places must do.
        if (postings.units.length > budget && units.length > 0) {
          this.#settle(met, weight);
          return;
        }
        const end = Math.min(postings.units.length, budget);
        budget -= end;
        for (let position = 0; position < end; position++) {
          const unit = postings.units[position] ?? 0;
          this.#touch(unit, number, weight * factor, postings.counts[position] ?? 1, units, notes);
          this.#meet(unit, factor, met);
        }
      }
      this.#settle(met, weight);
    }
  }

  #touch(unit: number, term: number, weight: number, count: number, units: number[], notes: number[]): void {
    const before = this.#unitTerm[unit] ?? -1;
    // The typed word stands before its synonyms and counts most.
    if (before === term) return;
    if (before === -1) units.push(unit);
    this.#unitTerm[unit] = term;
    this.#shared[unit] = (this.#shared[unit] ?? 0) + weight;
    const saturation = (count * (K1 + 1)) / (count + (this.#lengthFactor[unit] ?? K1));
    this.#saturated[unit] = (this.#saturated[unit] ?? 0) + weight * saturation;
    const note = this.#noteOf[unit] ?? 0;
    const noteBefore = this.#noteTerm[note] ?? -1;
    if (noteBefore === term) return;
    if (noteBefore === -1) notes.push(note);
    this.#noteTerm[note] = term;
    this.#covered[note] = (this.#covered[note] ?? 0) + weight;
  }

  /** Counts that a note speaks of the present word. */
  #meet(unit: number, factor: number, met: number[]): void {
    const note = this.#noteOf[unit] ?? 0;
    if ((this.#met[note] ?? 0) === 0) met.push(note);
    this.#met[note] = (this.#met[note] ?? 0) + factor * ABOUT_WEIGHTS[this.#index.fieldOf(unit)];
  }

  /** Adds the present word to what the notes are about. */
  #settle(met: readonly number[], weight: number): void {
    for (const note of met) {
      const count = this.#met[note] ?? 0;
      this.#about[note] = (this.#about[note] ?? 0) + (weight * count) / (count + ABOUT_HALF);
      this.#met[note] = 0;
    }
  }

  #scoreUnit(unit: number, total: number, byPlace: readonly MutableScores[]): void {
    const own = byPlace[this.#place[this.#noteOf[unit] ?? 0] ?? -1];
    if (!own) return;
    const field = this.#index.fieldOf(unit);
    const score =
      field === 'name' || field === 'asked'
        ? // How alike two short texts are: shared weight over the geometric mean of both weights.
          (this.#shared[unit] ?? 0) / Math.sqrt(total * (this.#index.unitWeights[unit] ?? 0))
        : // BM25 of a longer text, as a share of the most it could be.
          (this.#saturated[unit] ?? 0) / (total * (K1 + 1));
    if (score <= own[field]) return;
    own[field] = Math.min(1, score);
    if (field === 'passage') own.bestPassage = this.#index.indexOf(unit);
  }

  /** Weight of the terms of a spelt-out name that the note's own words do not cover: `crash override`. */
  #named(terms: readonly QueryTerm[], note: number, spelledOut: ReadonlySet<number> | undefined): number {
    return [...(spelledOut ?? [])].reduce((sum, number) => {
      const term = terms[number];
      const held = term?.alternatives.some(({ term: text }) => this.#holds(note, text));
      return term && !held ? sum + term.weight : sum;
    }, 0);
  }

  #holds(note: number, term: string): boolean {
    return this.#index.postingsOf(term).units.some((unit) => this.#noteOf[unit] === note);
  }

  #forget(units: readonly number[], notes: readonly number[]): void {
    for (const unit of units) {
      this.#shared[unit] = 0;
      this.#saturated[unit] = 0;
      this.#unitTerm[unit] = -1;
    }
    for (const note of notes) {
      this.#covered[note] = 0;
      this.#about[note] = 0;
      this.#noteTerm[note] = -1;
    }
  }
}

type MutableScores = {
  -readonly [Part in keyof Scores]: Scores[Part];
} & Record<Field, number>;

function emptyScores(): MutableScores {
  return {
    name: 0,
    asked: 0,
    summary: 0,
    facts: 0,
    passage: 0,
    coverage: 0,
    about: 0,
    bestPassage: undefined,
  };
}
