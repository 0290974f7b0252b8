import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KnowledgeError } from '../../src/knowledge/fault.ts';
import { loadKnowledge, type Knowledge } from '../../src/knowledge/load.ts';
import { loadWithSnapshot } from '../../src/knowledge/snapshot.ts';

const TODAY = '2026-11-22';
let place: string;
let folder: string;
let cache: string;
let code: string;
/** How often something had to be made of the notes, because nothing was kept that could be used. */
let makings: number;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'otto-'));
  folder = join(place, 'knowledge');
  cache = join(place, 'cache');
  code = join(place, 'code.ts');
  makings = 0;
  await cp(resolve(import.meta.dirname, '../fixtures/knowledge'), folder, { recursive: true });
  await writeFile(code, 'first version');
});

afterEach(async () => {
  await rm(place, { recursive: true });
});

function make({ notes }: Knowledge) {
  makings += 1;
  return { titles: [...notes.values()].map(({ title }) => title) };
}

async function start(cacheFolder = cache) {
  const loaded = await loadWithSnapshot({ knowledgeFolder: folder, today: TODAY, cacheFolder, code: [code], make });
  await loaded.keep();
  return loaded;
}

async function keptFile(): Promise<string> {
  const [name = ''] = await readdir(cache);
  return join(cache, name);
}

test('what is kept is what was read and made', async () => {
  const read = await loadKnowledge(folder, TODAY);
  const first = await start();
  const second = await start();
  expect(second.knowledge).toEqual(read);
  expect(second.made).toEqual(first.made);
  expect(makings).toBe(1);
  expect(await readdir(cache)).toHaveLength(1);
});

test('a changed note is read anew, and a broken one still stops the start', async () => {
  await start();
  const note = join(folder, 'protocols/modbus.md');
  const text = await readFile(note, 'utf8');
  await writeFile(note, text.replace('year: 1979', 'year: 1980'));
  const changed = (await start()).knowledge.notes.get('modbus');
  expect(changed?.kind === 'protocol' && changed.facts.year).toBe(1980);
  expect(makings).toBe(2);
  await writeFile(note, text.replace('year: 1979', 'year: never'));
  await expect(start()).rejects.toThrow(KnowledgeError);
});

test('what other code made is not used', async () => {
  await start();
  await writeFile(code, 'second version');
  await start();
  expect(makings).toBe(2);
});

test('what was cut short is made anew', async () => {
  await start();
  const bytes = await readFile(await keptFile());
  for (const length of [0, 3, 50, 500, bytes.length - 1]) {
    await writeFile(await keptFile(), bytes.subarray(0, length));
    expect((await start()).knowledge.notes.size).toBe(8);
  }
  expect(makings).toBe(6);
});

test('what has a single wrong byte is made anew', async () => {
  await start();
  const bytes = await readFile(await keptFile());
  for (const share of [0, 0.3, 0.6, 0.99]) {
    const damaged = Buffer.from(bytes);
    const at = Math.floor(share * bytes.length);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    await writeFile(await keptFile(), damaged);
    expect((await start()).knowledge.notes.size).toBe(8);
  }
  expect(makings).toBe(5);
});

test('where nothing can be kept, the notes are read all the same', async () => {
  const file = join(place, 'a-file');
  await writeFile(file, '');
  expect((await start(join(file, 'cache'))).knowledge.notes.size).toBe(8);
});
