import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { createOttoAssistant } from '../../src/app.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createLog } from '../../src/log.ts';
import { createSearch } from '../../src/search/search.ts';
import { knowledgeFolder, today } from './knowledge-folder.ts';
import { quantile } from './measurement.ts';
import { queriesOf, SHAPES } from './query-shapes.ts';
import { findSlowestQuery } from './slowest-query.ts';
import type { ShippedAnswers } from './shipped-measurement.ts';

/** Measures Otto's answers over the notes that are shipped, in a process of its own. */
const QUERIES = 500;
const SEED = 2;
const HOSTILE = { runs: 1_000, seemsSlow: 50 } as const;
const SUGGESTIONS = 25;
/** How often the monitor looks whether the event loop is free, in milliseconds. */
const RESOLUTION = 1;

const knowledge = await loadKnowledge(knowledgeFolder(), today());
const search = createSearch(knowledge);
const notes = [...knowledge.notes.values()];
const queries = SHAPES.flatMap((shape) => queriesOf(shape, notes, QUERIES, SEED));
const assistant = createOttoAssistant(knowledge, createLog('error'));
const respond = (text: string, who: number) =>
  assistant.respond({
    asker: { platform: 'bench', id: String(who) },
    place: { id: String(who), kind: 'private' },
    input: { type: 'question', text },
  });
for (const [who, query] of queries.slice(0, QUERIES).entries()) await respond(query, who);
await wait(10 * RESOLUTION);

const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
delay.enable();
const times: number[] = [];
for (const [who, query] of queries.entries()) {
  const begin = performance.now();
  await respond(query, who);
  times.push(performance.now() - begin);
  await turn();
}
delay.disable();

const measured: ShippedAnswers = {
  notes: notes.length,
  reply: { count: times.length, p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
  longestBlockMs: delay.max / 1e6,
  slowestQuestion: findSlowestQuery(search.ask, knowledge, HOSTILE.runs, HOSTILE.seemsSlow),
  slowestTyping: findSlowestQuery(
    (text) => search.complete(text, SUGGESTIONS),
    knowledge,
    HOSTILE.runs,
    HOSTILE.seemsSlow,
  ),
  hostileQueries: HOSTILE.runs,
};
process.send?.(measured);
process.disconnect();
