import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KnowledgeError } from '../../src/knowledge/fault.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { loadWithSnapshot } from '../../src/knowledge/snapshot.ts';

const TODAY = '2026-11-22';
let place: string;
let folder: string;
let cache: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'otto-'));
  folder = join(place, 'knowledge');
  cache = join(place, 'cache');
  await cp(resolve(import.meta.dirname, '../fixtures/knowledge'), folder, { recursive: true });
});

afterEach(async () => {
  await rm(place, { recursive: true });
});

test('what is kept is what was read', async () => {
  const read = await loadKnowledge(folder, TODAY);
  await loadWithSnapshot(folder, TODAY, cache);
  const kept = await loadWithSnapshot(folder, TODAY, cache);
  expect(JSON.stringify([...kept.notes])).toBe(JSON.stringify([...read.notes]));
  expect(kept.ports).toEqual(read.ports);
  expect(await readdir(cache)).toHaveLength(1);
});

test('a changed note is read anew, and a broken one still stops the start', async () => {
  await loadWithSnapshot(folder, TODAY, cache);
  const note = join(folder, 'protocols/modbus.md');
  const text = await readFile(note, 'utf8');
  await writeFile(note, text.replace('year: 1979', 'year: 1980'));
  const changed = (await loadWithSnapshot(folder, TODAY, cache)).notes.get('modbus');
  expect(changed?.kind === 'protocol' && changed.facts.year).toBe(1980);
  await writeFile(note, text.replace('year: 1979', 'year: never'));
  await expect(loadWithSnapshot(folder, TODAY, cache)).rejects.toThrow(KnowledgeError);
});

test('a snapshot that was cut short is not used', async () => {
  await loadWithSnapshot(folder, TODAY, cache);
  const [name = ''] = await readdir(cache);
  await writeFile(join(cache, name), '{"notes":[');
  expect((await loadWithSnapshot(folder, TODAY, cache)).notes.size).toBe(8);
});

test('where nothing can be kept, the notes are read all the same', async () => {
  const file = join(place, 'a-file');
  await writeFile(file, '');
  expect((await loadWithSnapshot(folder, TODAY, join(file, 'cache'))).notes.size).toBe(8);
});
