import { hash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { fingerprintOf } from './fingerprint.ts';
import { loadKnowledge, requireFolder, type Knowledge } from './load.ts';
import type { Note } from './note.ts';

/** What {@link loadWithSnapshot} reads, and what it is to make of it. */
export interface SnapshotParts<Made> {
  readonly knowledgeFolder: string;
  /** ISO day against which dates are judged. */
  readonly today: string;
  /** Where the file is kept. */
  readonly cacheFolder: string;
  /** Folders and files of the code that reads the notes and makes something of them. */
  readonly code: readonly string[];
  /** Makes of the notes what takes long to make; plain data (https://nodejs.org/api/v8.html#serialization-api). */
  readonly make: (knowledge: Knowledge) => Made;
}

/** What was read from the notes or from the file, whichever was there. */
export interface Loaded<Made> {
  readonly knowledge: Knowledge;
  readonly made: Made;
  /** Writes the file when there was none that fitted; to be called when nobody waits any more. Never rejects. */
  readonly keep: () => Promise<void>;
}

/**
 * Reads a knowledge folder as {@link loadKnowledge} does, but keeps the checked notes and what is made of them in a
 * file: some hundred notes take more than a second, and they seldom change between two starts.
 *
 * The file is used only when neither a note nor the code has changed since. It can be deleted at any time, and Otto
 * runs without it where it cannot be written.
 *
 * @throws {KnowledgeError} naming every fault
 */
export async function loadWithSnapshot<Made>(parts: SnapshotParts<Made>): Promise<Loaded<Made>> {
  const { knowledgeFolder, today, cacheFolder, code, make } = parts;
  await requireFolder(knowledgeFolder);
  const key = fingerprintOf([knowledgeFolder, ...code], [process.version]);
  // One file a folder, so that edits don't pile up snapshots.
  const file = join(cacheFolder, `knowledge-${hash('sha256', resolve(knowledgeFolder)).slice(0, 16)}.bin`);
  const kept = await readSnapshot<Made>(file, key);
  if (kept) return { ...kept, keep: () => Promise.resolve() };
  const knowledge = await loadKnowledge(knowledgeFolder, today);
  const made = make(knowledge);
  return { knowledge, made, keep: () => writeSnapshot(file, cacheFolder, key, { knowledge, made }) };
}

type Snapshot<Made> = Omit<Loaded<Made>, 'keep'>;
type NotesPart = (readonly [string, Note])[];

interface FirstPart<Made> {
  readonly tables: Omit<Knowledge, 'notes'>;
  readonly made: Made;
}

/** Bytes of the checksum that stands before all else. */
const CHECKSUM_BYTES = 4;

/** Bytes of the length that stands before each part. */
const LENGTH_BYTES = 4;
/** How many notes one part holds: few enough to be written in some hundredths of a second. */
const NOTES_A_PART = 200;

/** A file is a checksum of all that follows, the key, and parts: what is no note and what was made, then the notes. */
async function readSnapshot<Made>(file: string, key: string): Promise<Snapshot<Made> | undefined> {
  try {
    const bytes = await readFile(file);
    const rest = bytes.subarray(CHECKSUM_BYTES);
    if (rest.subarray(0, key.length).toString('latin1') !== key) return undefined;
    if (bytes.readUInt32LE() !== crc32(rest)) return undefined;
    // Otto wrote the file itself, whole, and nothing that it was made from has changed.
    const [first, ...notes] = partsIn(rest.subarray(key.length)).map((part): unknown => deserialize(part));
    const { tables, made } = first as FirstPart<Made>;
    return { knowledge: { ...tables, notes: new Map((notes as NotesPart[]).flat()) }, made };
  } catch {
    // No snapshot yet, or one that was damaged: the notes themselves are still there.
    return undefined;
  }
}

async function writeSnapshot<Made>(
  file: string,
  cacheFolder: string,
  key: string,
  { knowledge, made }: Snapshot<Made>,
): Promise<void> {
  try {
    await mkdir(cacheFolder, { recursive: true });
    const { notes, ...tables } = knowledge;
    const rest = [Buffer.from(key, 'latin1'), ...asPart({ tables, made } satisfies FirstPart<Made>)];
    const entries = [...notes];
    for (let start = 0; start < entries.length; start += NOTES_A_PART) {
      // Somebody may be waiting for an answer by now.
      await turn();
      rest.push(...asPart(entries.slice(start, start + NOTES_A_PART) satisfies NotesPart));
    }
    const checksum = Buffer.alloc(CHECKSUM_BYTES);
    checksum.writeUInt32LE(rest.reduce((sum, part) => crc32(part, sum), 0));
    const unfinished = `${file}.${process.pid}`;
    await writeFile(unfinished, [checksum, ...rest]);
    await rename(unfinished, file);
  } catch {
    // A read-only disk: the next start reads the notes again.
  }
}

function asPart(value: unknown): readonly [Buffer, Buffer] {
  const bytes = serialize(value);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(bytes.length);
  return [length, bytes];
}

function partsIn(bytes: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = start + LENGTH_BYTES + bytes.readUInt32LE(start);
    parts.push(bytes.subarray(start + LENGTH_BYTES, end));
    start = end;
  }
  return parts;
}
