import { expect, test } from 'vitest';
import { fixtureKnowledge } from '../fixtures/assistant.ts';
import { createSearch } from '../../src/search/search.ts';
import { renderChart } from './chart.ts';
import { growKnowledge } from './grow-notes.ts';
import type { Measurement } from './measurement.ts';
import { queriesOf, SHAPES } from './query-shapes.ts';
import { renderReport } from './report.ts';

const SIZE = 60;

test('grown notes come after the real ones, have names of their own and are the same each time', async () => {
  const real = await fixtureKnowledge();
  const grown = growKnowledge(real, SIZE);
  const notes = [...grown.notes.values()];
  expect(notes).toHaveLength(SIZE);
  expect(notes.slice(0, real.notes.size)).toEqual([...real.notes.values()]);
  expect(new Set(notes.map(({ title }) => title)).size).toBe(SIZE);
  expect(growKnowledge(real, SIZE)).toEqual(grown);
});

test('a grown note is found by its title', async () => {
  const grown = growKnowledge(await fixtureKnowledge(), SIZE);
  const last = [...grown.notes.values()].at(-1);
  const { ranked } = createSearch(grown).ask(last?.title ?? '');
  expect(ranked[0]?.note).toEqual(last);
});

test.each(SHAPES)('a query of the shape “%s” can be made from any notes', async (shape) => {
  const notes = [...growKnowledge(await fixtureKnowledge(), SIZE).notes.values()];
  const queries = queriesOf(shape, notes, 20, 1);
  expect(queries).toHaveLength(20);
  expect(queries.every((query) => query.trim() !== '')).toBe(true);
});

test('what did not finish is told in the table and ends its line in the chart', () => {
  const times = { count: 200, p50: 1, p99: 2 };
  const answers = Object.fromEntries(SHAPES.map((shape) => [shape, times]));
  const prepared = { stage: 'prepared', tokens: 1000, vocabulary: 100 } as const;
  const indexed = { stage: 'indexed', ms: 1500, heapBytes: 2 ** 20, rssBytes: 2 ** 21 } as const;
  const measurements: readonly Measurement[] = [
    { contestant: 'Otto', notes: 300, prepared, indexed, answers },
    { contestant: 'Slow', notes: 300, prepared, indexed, answers },
    { contestant: 'Otto', notes: 1000, prepared, indexed, answers },
    { contestant: 'Slow', notes: 1000, prepared, indexed: undefined, answers: {}, ended: 'no index in 240 s' },
  ];
  const slowest = { query: { sort: 'digits', text: '1' }, ms: 3 };
  const report = renderReport({
    command: 'npm run bench',
    day: '2026-11-22',
    measurements,
    shipped: {
      notes: 300,
      loadMs: 1,
      indexMs: 1,
      keptMs: 1,
      reply: times,
      longestBlockMs: 1,
      slowestQuestion: slowest,
      slowestTyping: slowest,
      hostileQueries: 10,
    },
  });
  expect(report).toContain('| Slow | no index in 240 s | – | – | – | – | – | – |');
  expect(renderChart(measurements).match(/class="point series-1"/g)).toHaveLength(2);
});
