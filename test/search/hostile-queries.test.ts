import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createSearch } from '../../src/search/search.ts';
import { findSlowestQuery } from '../bench/slowest-query.ts';

const MOST_MS = 100;

test('no query takes more than 100 ms over the shipped notes, however it is built', async () => {
  const knowledge = await loadKnowledge(
    resolve(import.meta.dirname, '../../knowledge'),
    new Date().toISOString().slice(0, 10),
  );
  const { query, ms } = findSlowestQuery(createSearch(knowledge), knowledge, 400);
  expect(ms, `${query.sort}: ${query.text.slice(0, 200)}`).toBeLessThan(MOST_MS);
});
