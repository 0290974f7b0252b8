import { loadIndexed } from '../../src/app.ts';
import { createSearch } from '../../src/search/search.ts';
import { knowledgeFolder, today } from './knowledge-folder.ts';
import type { ShippedKeptStart } from './shipped-measurement.ts';

/** Measures how long the shipped notes take to be ready from what an earlier run kept in the given folder. */
const [, , cacheFolder = ''] = process.argv;
const start = performance.now();
const { knowledge, made, keep } = await loadIndexed({
  knowledgeFolder: knowledgeFolder(),
  cacheFolder,
  today: today(),
});
createSearch(knowledge, made);
const measured: ShippedKeptStart = { keptMs: performance.now() - start };
await keep();
process.send?.(measured);
process.disconnect();
