import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { line } from './kinds/kind.ts';
import { noteId } from './note.ts';
import { isMissing, type Fault } from './fault.ts';
import { faultsOf, readYaml, type YamlDocument } from './yaml-document.ts';

const glossaryEntry = z.strictObject({
  acronym: line(30),
  meanings: z.array(z.strictObject({ expansion: line(120), explanation: line(200), note: noteId.optional() })).min(1),
});

const portEntry = z.strictObject({
  port: z.int().min(1).max(65535),
  transport: z.enum(['tcp', 'udp']),
  protocol: line(80),
  note: noteId.optional(),
  remark: line(160).optional(),
  source: z.url({ protocol: /^https$/, error: 'expected an https address' }),
});

/** Words and phrases that mean the same to somebody who asks. */
const synonymGroup = z.array(line(60)).min(2);

/** An acronym with every meaning it has in the field. */
export type GlossaryEntry = z.output<typeof glossaryEntry>;
/** A port and what usually runs on it. */
export type PortEntry = z.output<typeof portEntry>;

/** A table file with what is needed to point at one of its lines. */
export interface Table<Entry> {
  readonly file: string;
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
  readonly lineOf: YamlDocument['lineOf'];
}

/** Reads `glossary.yaml`: a list of acronyms. */
export function readGlossary(folder: string, label: string): Promise<Table<GlossaryEntry>> {
  return readTable(folder, label, 'glossary.yaml', glossaryEntry);
}

/** Reads `ports.yaml`: a list of ports. */
export function readPorts(folder: string, label: string): Promise<Table<PortEntry>> {
  return readTable(folder, label, 'ports.yaml', portEntry);
}

/** Reads `synonyms.yaml`: a list of groups of words and phrases that mean the same. */
export function readSynonyms(folder: string, label: string): Promise<Table<readonly string[]>> {
  return readTable(folder, label, 'synonyms.yaml', synonymGroup);
}

/** Reads `off-topic.yaml`: messages that do not belong to the field. */
export function readOffTopic(folder: string, label: string): Promise<Table<string>> {
  return readTable(folder, label, 'off-topic.yaml', line(200));
}

/** Reads `words.yaml`: the field's words that no dictionary has. */
export function readWords(folder: string, label: string): Promise<Table<string>> {
  return readTable(
    folder,
    label,
    'words.yaml',
    z.string().regex(/^[a-z]+$/, { error: 'expected one word in small letters' }),
  );
}

async function readTable<Entry>(
  folder: string,
  label: string,
  name: string,
  entry: z.ZodType<Entry>,
): Promise<Table<Entry>> {
  const file = `${label}/${name}`;
  const text = await readFile(join(folder, name), 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (text === undefined) {
    const fault = { file, line: 1, message: 'no such file, expected a YAML list, "[]" when it has no entries' };
    return { file, entries: [], faults: [fault], lineOf: () => 1 };
  }
  const document = readYaml(text, file, 1);
  const empty = { file, entries: [], lineOf: document.lineOf };
  if (document.syntaxFaults.length > 0) return { ...empty, faults: document.syntaxFaults };
  const result = z.array(entry).safeParse(document.value);
  return result.success
    ? { ...empty, entries: result.data, faults: [] }
    : { ...empty, faults: faultsOf(result.error, file, document) };
}
