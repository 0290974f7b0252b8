import { writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Attachment } from '../../assistant/reply.ts';

/** Most names tried before a file is given up on. */
const MAX_NAMES = 100;

/**
 * Writes files into a folder, each under a name that nothing there has yet.
 *
 * @returns one line of text for each, with its path or why it was not written
 */
export async function saveFiles(files: readonly Attachment[], folder: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const file of files) lines.push(await saveFile(file, folder));
  return lines;
}

async function saveFile({ name, content }: Attachment, folder: string): Promise<string> {
  for (let number = 1; number <= MAX_NAMES; number += 1) {
    const path = join(folder, numberedName(basename(name), number));
    try {
      // Fails when there is such a file, even when it came into being just now.
      await writeFile(path, content, { flag: 'wx', mode: 0o600 });
      return `Saved ${path}`;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const isTaken = 'code' in error && error.code === 'EEXIST';
      if (!isTaken) return `${path} could not be written: ${error.message}`;
    }
  }
  return `${name} was not saved: ${folder} has ${MAX_NAMES} files of that name. Move them away and try again.`;
}

/** `otto-data.json`, `otto-data-2.json`, … */
function numberedName(name: string, number: number): string {
  const extension = extname(name);
  return number === 1 ? name : `${basename(name, extension)}-${number}${extension}`;
}
