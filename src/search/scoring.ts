import type { NoteIndex } from './note-index.ts';
import type { QueryTerm } from './query.ts';
import type { Unit } from './term-index.ts';

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
const MAX_CANDIDATES = 80;
/** Most postings that are read to find them; the most telling words come first. */
const MAX_POSTINGS = 20_000;

/** BM25's saturation of repeated terms and correction for length (Robertson and Zaragoza, 2009). */
const K1 = 1.2;
const B = 0.5;

/** Numbers of the notes worth scoring in full, most promising first, found through the question's telling words. */
export function candidatesFor(terms: readonly QueryTerm[], { terms: index }: NoteIndex): readonly number[] {
  const gains = new Map<number, number>();
  let budget = MAX_POSTINGS;
  for (const { weight, alternatives } of terms.toSorted((a, b) => b.weight - a.weight)) {
    const best = new Map<number, number>();
    for (const { term, factor } of alternatives) {
      for (const unit of index.unitsWith(term)) {
        if (--budget < 0) break;
        const { note, field } = index.units[unit] ?? {};
        if (note === undefined) continue;
        const gain = weight * factor * (field === 'passage' || field === 'facts' ? 0.6 : 1);
        if (gain > (best.get(note) ?? 0)) best.set(note, gain);
      }
    }
    for (const [note, gain] of best) gains.set(note, (gains.get(note) ?? 0) + gain);
  }
  return [...gains]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MAX_CANDIDATES)
    .map(([note]) => note);
}

/** Scores one note against a question. */
export function scoreNote(note: number, terms: readonly QueryTerm[], { terms: index, unitsOf }: NoteIndex): Scores {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const best = { name: 0, asked: 0, summary: 0, facts: 0, passage: 0 };
  let bestPassage: number | undefined;
  const covered = terms.map(() => 0);
  for (const number of unitsOf[note] ?? []) {
    const unit = index.units[number];
    if (!unit) continue;
    const hits = terms.map(({ alternatives }) => hitOf(alternatives, unit));
    hits.forEach(({ factor }, position) => {
      covered[position] = Math.max(covered[position] ?? 0, factor);
    });
    const score =
      unit.field === 'name' || unit.field === 'asked'
        ? likeness(terms, hits, index.weightOfUnit(number), total)
        : relevance(terms, hits, unit, total, index.averagePassageLength);
    if (score <= best[unit.field]) continue;
    best[unit.field] = score;
    if (unit.field === 'passage') bestPassage = unit.index;
  }
  const coverage =
    terms.reduce((sum, { weight }, position) => sum + weight * (covered[position] ?? 0), 0) / (total || 1);
  return { ...best, coverage, bestPassage };
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

interface Hit {
  readonly term: string;
  readonly factor: number;
  readonly count: number;
}

const MISS: Hit = { term: '', factor: 0, count: 0 };

function hitOf(alternatives: QueryTerm['alternatives'], unit: Unit): Hit {
  for (const { term, factor } of alternatives) {
    const count = unit.terms.get(term);
    if (count !== undefined) return { term, factor, count };
  }
  return MISS;
}

/** How alike a short text and the question are: shared weight over the geometric mean of both weights. */
function likeness(terms: readonly QueryTerm[], hits: readonly Hit[], own: number, total: number): number {
  let shared = 0;
  terms.forEach(({ weight }, position) => {
    shared += weight * (hits[position]?.factor ?? 0);
  });
  if (shared === 0) return 0;
  return Math.min(1, shared / Math.sqrt(total * own));
}

/** BM25 of a longer text, as a share of the most it could be. */
function relevance(
  terms: readonly QueryTerm[],
  hits: readonly Hit[],
  unit: Unit,
  total: number,
  averageLength: number,
): number {
  const lengthFactor = K1 * (1 - B + (B * unit.length) / averageLength);
  let sum = 0;
  terms.forEach(({ weight }, position) => {
    const { factor, count } = hits[position] ?? MISS;
    if (factor > 0) sum += (weight * factor * count * (K1 + 1)) / (count + lengthFactor);
  });
  return Math.min(1, sum / ((total || 1) * (K1 + 1)));
}
