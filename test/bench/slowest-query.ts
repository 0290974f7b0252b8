import fc from 'fast-check';
import type { Knowledge } from '../../src/knowledge/load.ts';
import { hostileQueries, wholeVocabulary, type HostileQuery } from './hostile-query.ts';
import { tokensOf } from './word-source.ts';

/** The query that took longest, and how long. */
export interface SlowestQuery {
  readonly query: HostileQuery;
  readonly ms: number;
}

const SEED = 1;
/** A query that seems slow is tried so often: a slow search is slow each time, a busy machine isn't. */
const TRIES = 3;
const WARM_UP = 100;

/**
 * Tries so many hostile queries, the same each time, and tells which one took longest.
 *
 * @param seemsSlow milliseconds from which on a query is tried again; the best try counts
 */
export function findSlowestQuery(
  ask: (text: string) => unknown,
  { notes }: Knowledge,
  runs: number,
  seemsSlow: number,
): SlowestQuery {
  const vocabulary = [
    ...new Set(
      [...notes.values()].flatMap(({ title, asked, passages }) =>
        [title, ...asked, ...passages.map(({ text }) => text)].flatMap(tokensOf),
      ),
    ),
  ];
  const queries = [
    wholeVocabulary(vocabulary),
    ...fc.sample(hostileQueries(vocabulary), { seed: SEED, numRuns: runs }),
  ];
  for (const { text } of queries.slice(0, WARM_UP)) ask(text);
  const timed = queries.map((query) => {
    let ms = timeOnce(ask, query.text);
    for (let again = 1; again < TRIES && ms >= seemsSlow; again++) ms = Math.min(ms, timeOnce(ask, query.text));
    return { query, ms };
  });
  return timed.reduce((slowest, each) => (each.ms > slowest.ms ? each : slowest));
}

function timeOnce(ask: (text: string) => unknown, text: string): number {
  const start = performance.now();
  ask(text);
  return performance.now() - start;
}
