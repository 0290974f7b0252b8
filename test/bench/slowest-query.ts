import fc from 'fast-check';
import type { Knowledge } from '../../src/knowledge/load.ts';
import type { Search } from '../../src/search/search.ts';
import { hostileQueries, wholeVocabulary, type HostileQuery } from './hostile-query.ts';
import { tokensOf } from './word-source.ts';

/** The query that took longest, and how long. */
export interface SlowestQuery {
  readonly query: HostileQuery;
  readonly ms: number;
}

const SEED = 1;
const SUGGESTIONS = 10;
/** A query that seems slow is tried so often: a slow search is slow each time, a busy machine isn't. */
const TRIES = 3;
/** From here on a query seems slow, in milliseconds. */
const SEEMS_SLOW = 5;
const WARM_UP = 100;

/**
 * Tries so many hostile queries, both as questions and as text that is being typed, and tells which one took longest. The
 * same queries each time.
 */
export function findSlowestQuery(search: Search, { notes }: Knowledge, runs: number): SlowestQuery {
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
  for (const { text } of queries.slice(0, WARM_UP)) timeOnce(search, text);
  let slowest: SlowestQuery | undefined;
  for (const query of queries) {
    let ms = timeOnce(search, query.text);
    for (let again = 1; again < TRIES && ms > SEEMS_SLOW; again++) ms = Math.min(ms, timeOnce(search, query.text));
    if (!slowest || ms > slowest.ms) slowest = { query, ms };
  }
  if (!slowest) throw new RangeError('no query was tried, expected at least one');
  return slowest;
}

/** Milliseconds for the slower of the two ways in which a text reaches the search. */
function timeOnce(search: Search, text: string): number {
  const start = performance.now();
  search.ask(text);
  const asked = performance.now();
  search.complete(text, SUGGESTIONS);
  return Math.max(asked - start, performance.now() - asked);
}
