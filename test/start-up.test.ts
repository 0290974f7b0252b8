import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadIndexed } from '../src/app.ts';
import { createSearch } from '../src/search/search.ts';

let cacheFolder: string;

beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'otto-'));
});

afterAll(async () => {
  await rm(cacheFolder, { recursive: true });
});

/** Reads and indexes the shipped notes; how much of the processor's time that took, in milliseconds. */
async function load(): Promise<number> {
  const before = process.cpuUsage();
  const { knowledge, made, keep } = await loadIndexed({
    knowledgeFolder: resolve(import.meta.dirname, '../knowledge'),
    cacheFolder,
    today: new Date().toISOString().slice(0, 10),
  });
  createSearch(knowledge, made);
  const { user } = process.cpuUsage(before);
  await keep();
  return user / 1000;
}

test('the shipped notes are ready at least twice as soon where they were kept at an earlier start', async () => {
  const first = await load();
  const later = Math.min(await load(), await load());
  expect(later).toBeLessThan(first / 2);
});
