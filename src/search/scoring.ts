import type { NoteIndex } from './note-index.ts';
import type { QueryTerm } from './query.ts';
import type { TermIndex, Unit } from './term-index.ts';

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
  /** Number of the best passage within the note; `undefined` when none fits. */
  readonly bestPassage: number | undefined;
}

/** How much each score counts. Found by measurement: see `npm run eval`. */
export const WEIGHTS = { name: 0.9, asked: 1.3, summary: 0.55, facts: 0.25, passage: 0.5, coverage: 0.8 } as const;

/** Most notes that are scored in full. */
const MAX_CANDIDATES = 60;
/** Most postings that are read to find them; the most telling words come first. */
const MAX_POSTINGS = 20_000;

/** BM25's saturation of repeated terms and correction for length (Robertson and Zaragoza, 2009). */
const K1 = 1.2;
const B = 0.5;

/** Where the question's terms were found: by note, then by unit, then by number of the term. */
type Hits = ReadonlyMap<number, ReadonlyMap<number, ReadonlyMap<number, Hit>>>;

interface Hit {
  /** What the alternative that was found counts beside the typed word. */
  readonly factor: number;
  /** How often it stands in the unit. */
  readonly count: number;
}

/**
 * Scores the notes that hold the question's telling words.
 *
 * @param spelledOut by number of note, the numbers of the terms that belong to a name of the note which the question
 *   spells out; such notes are scored in any case
 */
export function scoreNotes(
  terms: readonly QueryTerm[],
  index: NoteIndex,
  spelledOut: ReadonlyMap<number, ReadonlySet<number>>,
): ReadonlyMap<number, Scores> {
  const hits = findHits(terms, index.terms);
  const promising = [...hits]
    .map(([note, units]) => ({ note, gain: coverageOf(terms, [...units.values()], new Set()) }))
    .toSorted((a, b) => b.gain - a.gain)
    .slice(0, MAX_CANDIDATES)
    .map(({ note }) => note);
  return new Map(
    [...new Set([...promising, ...spelledOut.keys()])].map((note) => [
      note,
      scoreNote(terms, hits.get(note) ?? new Map(), index.terms, spelledOut.get(note) ?? new Set()),
    ]),
  );
}

/** The scores as one number; larger is better. */
export function totalOf(scores: Scores): number {
  return (
    WEIGHTS.name * scores.name +
    WEIGHTS.asked * scores.asked +
    WEIGHTS.summary * scores.summary +
    WEIGHTS.facts * scores.facts +
    WEIGHTS.passage * scores.passage +
    WEIGHTS.coverage * scores.coverage
  );
}

/** Reads postings, the most telling words first, until they are read or the budget is spent. */
function findHits(terms: readonly QueryTerm[], index: TermIndex): Hits {
  const hits = new Map<number, Map<number, Map<number, Hit>>>();
  let budget = MAX_POSTINGS;
  const order = terms.map((term, number) => ({ ...term, number })).toSorted((a, b) => b.weight - a.weight);
  for (const { alternatives, number } of order) {
    for (const { term, factor } of alternatives) {
      for (const unitNumber of index.unitsWith(term)) {
        if (--budget < 0) return hits;
        const unit = index.units[unitNumber];
        if (!unit) continue;
        const units = getOrAdd(hits, unit.note);
        const found = getOrAdd(units, unitNumber);
        // The typed word comes first among its alternatives and counts most.
        if (!found.has(number)) found.set(number, { factor, count: unit.terms.get(term) ?? 1 });
      }
    }
  }
  return hits;
}

function getOrAdd<Key, InnerKey, Value>(map: Map<Key, Map<InnerKey, Value>>, key: Key): Map<InnerKey, Value> {
  const known = map.get(key);
  if (known) return known;
  const made = new Map<InnerKey, Value>();
  map.set(key, made);
  return made;
}

function scoreNote(
  terms: readonly QueryTerm[],
  units: ReadonlyMap<number, ReadonlyMap<number, Hit>>,
  index: TermIndex,
  spelledOut: ReadonlySet<number>,
): Scores {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const best = { name: 0, asked: 0, summary: 0, facts: 0, passage: 0 };
  let bestPassage: number | undefined;
  for (const [number, hits] of units) {
    const unit = index.units[number];
    if (!unit) continue;
    const isShort = unit.field === 'name' || unit.field === 'asked';
    const score = isShort
      ? likeness(terms, hits, total, index.weightOfUnit(number))
      : relevance(terms, hits, total, unit, index.averagePassageLength);
    if (score <= best[unit.field]) continue;
    best[unit.field] = score;
    if (unit.field === 'passage') bestPassage = unit.index;
  }
  return { ...best, coverage: coverageOf(terms, [...units.values()], spelledOut), bestPassage };
}

function coverageOf(
  terms: readonly QueryTerm[],
  units: readonly ReadonlyMap<number, Hit>[],
  spelledOut: ReadonlySet<number>,
): number {
  const best = terms.map((_, number): number => (spelledOut.has(number) ? 1 : 0));
  for (const hits of units) {
    for (const [number, { factor }] of hits) best[number] = Math.max(best[number] ?? 0, factor);
  }
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return terms.reduce((sum, { weight }, number) => sum + weight * (best[number] ?? 0), 0) / total;
}

/** How alike a short text and the question are: shared weight over the geometric mean of both weights. */
function likeness(terms: readonly QueryTerm[], hits: ReadonlyMap<number, Hit>, total: number, own: number): number {
  let shared = 0;
  for (const [number, { factor }] of hits) shared += (terms[number]?.weight ?? 0) * factor;
  return shared === 0 ? 0 : Math.min(1, shared / Math.sqrt(total * own));
}

/** BM25 of a longer text, as a share of the most it could be. */
function relevance(
  terms: readonly QueryTerm[],
  hits: ReadonlyMap<number, Hit>,
  total: number,
  unit: Unit,
  averageLength: number,
): number {
  const lengthFactor = K1 * (1 - B + (B * unit.length) / averageLength);
  let sum = 0;
  for (const [number, { factor, count }] of hits) {
    sum += ((terms[number]?.weight ?? 0) * factor * count * (K1 + 1)) / (count + lengthFactor);
  }
  return Math.min(1, sum / (total * (K1 + 1)));
}
