import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Changes whenever the name or the content of any of the files, or of any file in the folders, changes, or any of the
 * texts. Reads one file after the other without giving way: nearly a thousand small files take a third of the time so,
 * and nobody is served yet.
 *
 * @throws {Error} when one of them cannot be read
 */
export function fingerprintOf(paths: readonly string[], texts: readonly string[]): string {
  const digest = createHash('sha256');
  for (const path of paths) {
    for (const file of statSync(path).isDirectory() ? filesIn(path) : [path]) {
      const content = readFileSync(file);
      digest.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  for (const text of texts) digest.update(`${text}\0`);
  return digest.digest('hex');
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
