import { loadIndexed } from '../app.ts';
import type { CommandLine } from './command-line.ts';

/**
 * `keep`: reads and indexes the notes and keeps both for the first start, and loads all that a start loads, so that Node
 * keeps it too. `npm ci` runs it; Otto works without.
 *
 * @returns 0, whether or not there was a place to keep them
 * @throws {KnowledgeError} naming every fault of the notes
 */
export async function keep(
  _args: readonly string[],
  { knowledgeFolder, cacheFolder, today, print }: CommandLine,
): Promise<number> {
  const loaded = await loadIndexed({ knowledgeFolder, cacheFolder, today: today() });
  await Promise.all([loaded.keep(), import('./start.ts'), import('../adapters/web/index.ts')]);
  print(`${loaded.knowledge.notes.size} notes are ready for the first start`);
  return 0;
}
