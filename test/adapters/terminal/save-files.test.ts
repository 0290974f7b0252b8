import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { saveFiles } from '../../../src/adapters/terminal/save-files.ts';

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'otto-files-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const file = (content: string, name = 'cards.txt') => ({ name, mediaType: 'text/plain', content });

it('a file is saved under its name, and the path is told', async () => {
  const folder = await emptyFolder();
  expect(await saveFiles([file('new')], folder)).toEqual([`Saved ${join(folder, 'cards.txt')}`]);
  expect(await readFile(join(folder, 'cards.txt'), 'utf8')).toBe('new');
});

it('a file that is there already stays as it is', async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'cards.txt'), 'mine');
  expect(await saveFiles([file('a'), file('b')], folder)).toEqual([
    `Saved ${join(folder, 'cards-2.txt')}`,
    `Saved ${join(folder, 'cards-3.txt')}`,
  ]);
  expect(await readFile(join(folder, 'cards.txt'), 'utf8')).toBe('mine');
});

it('a file never leaves the folder, whatever its name', async () => {
  const folder = await emptyFolder();
  await saveFiles([file('x', '../../escaped.txt')], folder);
  expect(await readdir(folder)).toEqual(['escaped.txt']);
});

it('a folder that is not there is told, and nothing is lost silently', async () => {
  const folder = join(await emptyFolder(), 'gone');
  const [line] = await saveFiles([file('x')], folder);
  expect(line).toContain(`${join(folder, 'cards.txt')} could not be written: ENOENT`);
});
