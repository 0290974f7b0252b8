import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { schemaFiles } from '../knowledge/json-schema.ts';
import type { CommandLine } from './command-line.ts';

const FOLDER = resolve(import.meta.dirname, '../../docs/note-schema');

/** `schema`: writes the JSON Schema of each kind's front matter to `docs/note-schema/`. */
export async function schema(_args: readonly string[], { print }: CommandLine): Promise<number> {
  await mkdir(FOLDER, { recursive: true });
  for (const [name, content] of schemaFiles()) await writeFile(join(FOLDER, name), content);
  print(`wrote ${schemaFiles().size} schemas to docs/note-schema`);
  return 0;
}
