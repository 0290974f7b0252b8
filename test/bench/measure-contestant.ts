import { parseArgs } from 'node:util';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { contestant, type Asking } from './contestants.ts';
import { growKnowledge } from './grow-notes.ts';
import { knowledgeFolder, today } from './knowledge-folder.ts';
import { LIMITS, quantile, QUERIES, WARM_UP, type Quantiles, type Stage } from './measurement.ts';
import { queriesOf, SHAPES } from './query-shapes.ts';
import { tokensOf } from './word-source.ts';

/** Measures one contestant at one size, in a process of its own: `measure-contestant.ts NAME NOTES`. */
const { positionals } = parseArgs({ allowPositionals: true });
const [name = '', size = ''] = positionals;

const tell = (stage: Stage) =>
  new Promise<void>((done, fail) => {
    if (!process.send) return fail(new Error('no parent process to tell, expected to be started by npm run bench'));
    process.send(stage, undefined, undefined, (error) => (error ? fail(error) : done()));
  });

const WARM_UP_SEED = 1;
const SEED = 2;

const knowledge = growKnowledge(await loadKnowledge(knowledgeFolder(), today()), Number(size));
const notes = [...knowledge.notes.values()];
const { index } = contestant(name, knowledge);
await tell({ stage: 'prepared', ...wordsIn(notes.flatMap(({ passages }) => passages.map(({ text }) => text))) });

const before = memory();
const start = performance.now();
const ask = await index();
const ms = performance.now() - start;
const after = memory();
await tell({ stage: 'indexed', ms, heapBytes: after.heap - before.heap, rssBytes: after.rss - before.rss });

for (const shape of SHAPES) {
  await timesOf(ask, queriesOf(shape, notes, WARM_UP.queries, WARM_UP_SEED), WARM_UP.ms);
  const times = await timesOf(ask, queriesOf(shape, notes, QUERIES, SEED), LIMITS.answersMs);
  await tell({ stage: 'answered', shape, times });
}
process.disconnect();

/** Asks one query after the other until the time is up. */
async function timesOf(asking: Asking, queries: readonly string[], budget: number): Promise<Quantiles> {
  const times: number[] = [];
  const end = performance.now() + budget;
  for (const query of queries) {
    const begin = performance.now();
    if (begin > end) break;
    await asking(query);
    times.push(performance.now() - begin);
  }
  return { count: times.length, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** What is in use after all garbage has been collected, in bytes. */
function memory(): { readonly heap: number; readonly rss: number } {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, rss };
}

function wordsIn(texts: readonly string[]): { readonly tokens: number; readonly vocabulary: number } {
  const vocabulary = new Set<string>();
  let tokens = 0;
  for (const text of texts) {
    for (const token of tokensOf(text)) vocabulary.add(token);
    tokens += tokensOf(text).length;
  }
  return { tokens, vocabulary: vocabulary.size };
}
