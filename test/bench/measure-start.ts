import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createSearch } from '../../src/search/search.ts';
import { knowledgeFolder, today } from './knowledge-folder.ts';
import type { ShippedStart } from './shipped-measurement.ts';

/** Measures how long the shipped notes take to be ready, in a process of its own that does nothing else before. */
const start = performance.now();
const knowledge = await loadKnowledge(knowledgeFolder(), today());
const loaded = performance.now();
createSearch(knowledge);
const measured: ShippedStart = { loadMs: loaded - start, indexMs: performance.now() - loaded };
process.send?.(measured);
process.disconnect();
