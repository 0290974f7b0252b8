import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checkKnowledge } from './check.ts';
import { isMissing, KnowledgeError, type Fault } from './fault.ts';
import { KIND_NAMES, KINDS } from './kinds/index.ts';
import type { Note } from './note.ts';
import { parseNote, type ParsedNote } from './parse-note.ts';
import {
  readGlossary,
  readOffTopic,
  readPorts,
  readSynonyms,
  readWords,
  type GlossaryEntry,
  type PortEntry,
  type Table,
} from './tables.ts';

/** All that Otto knows, checked and read-only. */
export interface Knowledge {
  readonly notes: ReadonlyMap<string, Note>;
  readonly glossary: readonly GlossaryEntry[];
  readonly ports: readonly PortEntry[];
  /** Groups of words and phrases that mean the same to somebody who asks. */
  readonly synonyms: readonly (readonly string[])[];
  /** Messages that do not belong to the field, by which others of their sort are recognised. */
  readonly offTopic: readonly string[];
}

/** What was read from a knowledge folder, whole or not. */
export interface KnowledgeReading {
  readonly notes: readonly ParsedNote[];
  readonly glossary: Table<GlossaryEntry>;
  readonly ports: Table<PortEntry>;
  readonly synonyms: Table<readonly string[]>;
  readonly offTopic: Table<string>;
  /** The field's words that no dictionary has. */
  readonly words: Table<string>;
  readonly faults: readonly Fault[];
}

/** Reads every note and table of a knowledge folder and collects every fault, without judging across notes. */
export async function readKnowledge(folder: string): Promise<KnowledgeReading> {
  const label = basename(folder);
  await requireFolder(folder);
  const [files, glossary, ports, synonyms, offTopic, words] = await Promise.all([
    noteFiles(folder),
    readGlossary(folder, label),
    readPorts(folder, label),
    readSynonyms(folder, label),
    readOffTopic(folder, label),
    readWords(folder, label),
  ]);
  const results = await Promise.all(
    files.map(async ({ kind, path }) =>
      parseNote(kind, `${label}/${path}`, await readFile(join(folder, path), 'utf8')),
    ),
  );
  return {
    notes: results.flatMap((result) => ('parsed' in result ? [result.parsed] : [])),
    glossary,
    ports,
    synonyms,
    offTopic,
    words,
    faults: [
      ...(await strayFiles(folder, label)),
      ...results.flatMap((result) => ('faults' in result ? result.faults : [])),
      ...glossary.faults,
      ...ports.faults,
      ...synonyms.faults,
      ...offTopic.faults,
      ...words.faults,
    ],
  };
}

/**
 * Reads a knowledge folder for use.
 *
 * @param today ISO day against which dates are judged
 * @throws {KnowledgeError} naming every fault; nothing is skipped in silence
 */
export async function loadKnowledge(folder: string, today: string): Promise<Knowledge> {
  const reading = await readKnowledge(folder);
  const faults = checkKnowledge(reading, today);
  if (faults.length > 0) throw new KnowledgeError(faults);
  return {
    notes: new Map(reading.notes.map(({ note }) => [note.id, note])),
    glossary: reading.glossary.entries,
    ports: reading.ports.entries,
    synonyms: reading.synonyms.entries,
    offTopic: reading.offTopic.entries,
  };
}

/**
 * Makes sure that there is a knowledge folder at all.
 *
 * @throws {KnowledgeError} naming the folder when there is none
 */
export async function requireFolder(folder: string): Promise<void> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return;
  const message = 'no such folder, expected the folder with the notes (OTTO_KNOWLEDGE names another)';
  throw new KnowledgeError([{ file: folder, line: 1, message }]);
}

async function noteFiles(folder: string) {
  const lists = await Promise.all(
    KIND_NAMES.map(async (kind) => {
      const names = await readdir(join(folder, KINDS[kind].folder)).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
      return names.toSorted().map((name) => ({ kind, path: `${KINDS[kind].folder}/${name}` }));
    }),
  );
  return lists.flat();
}

/** Folders and files that no kind claims: most likely a misspelt folder, whose notes would otherwise be missing. */
async function strayFiles(folder: string, label: string): Promise<readonly Fault[]> {
  const known = new Set<string>([
    ...KIND_NAMES.map((kind) => KINDS[kind].folder),
    'glossary.yaml',
    'ports.yaml',
    'synonyms.yaml',
    'off-topic.yaml',
    'words.yaml',
    'LICENSE',
  ]);
  return (await readdir(folder))
    .filter((name) => !known.has(name))
    .map((name) => ({
      file: `${label}/${name}`,
      line: 1,
      message: `unknown name, expected one of ${[...known].join(', ')}`,
    }));
}
