import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadKnowledge, requireFolder, type Knowledge } from './load.ts';
import type { Note } from './note.ts';

/**
 * Reads a knowledge folder as {@link loadKnowledge} does, but keeps the checked result in a file: reading and checking
 * some hundred notes takes most of a second, and they seldom change between two starts.
 *
 * The file is used only when neither a note nor the code that reads notes has changed since. It can be deleted at any
 * time, and Otto runs without it where it cannot be written.
 *
 * @param cacheFolder where the file is kept
 * @throws {KnowledgeError} naming every fault
 */
export async function loadWithSnapshot(folder: string, today: string, cacheFolder: string): Promise<Knowledge> {
  await requireFolder(folder);
  const key = await fingerprintOf([folder, import.meta.dirname]);
  // One file a folder, so that edits don't pile up snapshots.
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16);
  const file = join(cacheFolder, `knowledge-${name}.json`);
  const kept = await readSnapshot(file, key);
  if (kept) return kept;
  const knowledge = await loadKnowledge(folder, today);
  await writeSnapshot(file, cacheFolder, { key, knowledge });
  return knowledge;
}

/** Changes whenever the name or the content of any file in the folders changes. */
async function fingerprintOf(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const contents = await Promise.all(paths.toSorted().map(async (path) => [path, await readFile(path)] as const));
    for (const [path, content] of contents) hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** A snapshot as it stands in its file: everything but the map of notes is plain data already. */
interface Snapshot extends Omit<Knowledge, 'notes'> {
  readonly key: string;
  readonly notes: readonly (readonly [string, Note])[];
}

async function readSnapshot(file: string, expectedKey: string): Promise<Knowledge | undefined> {
  try {
    // Otto wrote the file itself, and the key says that nothing it was made from has changed.
    const { key, notes, ...tables } = JSON.parse(await readFile(file, 'utf8')) as Snapshot;
    return key === expectedKey ? { ...tables, notes: new Map(notes) } : undefined;
  } catch {
    // No snapshot yet, or one that was cut short: the notes themselves are still there.
    return undefined;
  }
}

async function writeSnapshot(
  file: string,
  cacheFolder: string,
  { key, knowledge: { notes, ...tables } }: { readonly key: string; readonly knowledge: Knowledge },
): Promise<void> {
  try {
    await mkdir(cacheFolder, { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    await writeFile(unfinished, JSON.stringify({ key, ...tables, notes: [...notes] } satisfies Snapshot));
    await rename(unfinished, file);
  } catch {
    // A read-only disk: the next start reads the notes again.
  }
}
