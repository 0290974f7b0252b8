import type { Knowledge } from '../../src/knowledge/load.ts';
import { createSearch } from '../../src/search/search.ts';
import { flatten, RIVALS } from '../eval/rivals.ts';

/** A search that is measured. */
export interface Contestant {
  /** Indexes the notes. The work that only makes the texts ready is done before this is called. */
  readonly index: () => Asking | Promise<Asking>;
}

/** Answers a query; what it finds is not looked at. */
export type Asking = (query: string) => unknown;

/** How many notes a library is asked for. */
const LIMIT = 10;

export const OTTO = 'Otto';

/** Otto first, then what a user would pick instead. */
export const CONTESTANTS: readonly string[] = [OTTO, ...Object.keys(RIVALS)];

/**
 * The contestant of that name over the notes.
 *
 * @throws {Error} for a name that is not in {@link CONTESTANTS}
 */
export function contestant(name: string, knowledge: Knowledge): Contestant {
  if (name === OTTO) return { index: () => createSearch(knowledge).ask };
  const make = RIVALS[name];
  if (!make) throw new Error(`nothing to measure is called "${name}", expected one of ${CONTESTANTS.join(', ')}`);
  const notes = [...knowledge.notes.values()].map(flatten);
  return {
    index: async () => {
      const { search } = await make(notes);
      return (query) => search(query, LIMIT);
    },
  };
}
