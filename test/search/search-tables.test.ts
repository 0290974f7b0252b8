import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { indexKnowledge } from '../../src/search/search-tables.ts';
import { createSearch } from '../../src/search/search.ts';

test('an index that was kept finds the same as one that was just made', async () => {
  const knowledge = await loadKnowledge(resolve(import.meta.dirname, '../fixtures/knowledge'), '2026-11-22');
  const fresh = createSearch(knowledge);
  const kept = createSearch(knowledge, deserialize(serialize(indexKnowledge(knowledge))));
  const questions = readFileSync(resolve(import.meta.dirname, '../eval/questions.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => String(JSON.parse(line).q));
  for (const question of questions) {
    expect(kept.ask(question)).toEqual(fresh.ask(question));
    expect(kept.complete(question.slice(0, 6), 5)).toEqual(fresh.complete(question.slice(0, 6), 5));
  }
});
