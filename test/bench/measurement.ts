import { SHAPES, type Shape } from './query-shapes.ts';

/** Limits for one contestant at one size. */
export const LIMITS = Object.freeze({
  /** Memory that it may take, in MB. */
  heapMegabytes: 14_000,
  /** Time to index the notes. */
  indexMs: 240_000,
  /** Time for the queries of one shape; those that are answered by then count. */
  answersMs: 6_000,
  /** Time for one query to be answered at all. */
  answerMs: 30_000,
  /** Time to load the real notes, grow the others and lay out their texts, which is not measured. */
  preparationMs: 600_000,
});

/** Queries of each shape. */
export const QUERIES = 200;
/** Queries of each shape before those, which are not measured, and the time for them. */
export const WARM_UP = Object.freeze({ queries: 50, ms: 2_000 });

/** What the process that measures one contestant at one size tells as it goes. */
export type Stage =
  | { readonly stage: 'prepared'; readonly tokens: number; readonly vocabulary: number }
  | { readonly stage: 'indexed'; readonly ms: number; readonly heapBytes: number; readonly rssBytes: number }
  | { readonly stage: 'answered'; readonly shape: Shape; readonly times: Quantiles };

/** Times of answers of one shape in milliseconds. */
export interface Quantiles {
  /** How many queries were answered within the time. */
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
}

/** All that was measured of one contestant at one size; what it did not finish is missing. */
export interface Measurement {
  readonly contestant: string;
  readonly notes: number;
  readonly prepared: Extract<Stage, { stage: 'prepared' }> | undefined;
  readonly indexed: Extract<Stage, { stage: 'indexed' }> | undefined;
  readonly answers: Partial<Readonly<Record<Shape, Quantiles>>>;
  /** Why it ended early, in words for the table; absent when it finished. */
  readonly ended?: string;
}

/** The quantile of the values, the nearest one that occurs; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/**
 * The time of an answer at the 99th percentile for the shape of query that takes longest; `undefined` unless every
 * shape was answered.
 */
export function slowestP99({ answers }: Measurement): number | undefined {
  const times = Object.values(answers).map(({ p99 }) => p99);
  return times.length === SHAPES.length ? Math.max(...times) : undefined;
}
