import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createSearch, type Search } from '../../src/search/search.ts';
import { findSlowestQuery } from '../bench/slowest-query.ts';

const MOST_MS = 100;
const RUNS = 150;

test.each<[string, (search: Search) => (text: string) => unknown]>([
  ['question', ({ ask }) => ask],
  [
    'text that is being typed',
    ({ complete }) =>
      (text) =>
        complete(text, 25),
  ],
])('no %s takes more than 100 ms over the shipped notes, however it is built', async (_, wayOf) => {
  const folder = resolve(import.meta.dirname, '../../knowledge');
  const knowledge = await loadKnowledge(folder, new Date().toISOString().slice(0, 10));
  const { query, ms } = findSlowestQuery(wayOf(createSearch(knowledge)), knowledge, RUNS, MOST_MS / 2);
  expect(ms, `${query.sort}: ${query.text.slice(0, 200)}`).toBeLessThan(MOST_MS);
});
