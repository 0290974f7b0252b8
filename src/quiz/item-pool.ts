import type { Knowledge } from '../knowledge/load.ts';
import type { Item, Level, Topic } from './item.ts';
import { madeItems } from './made/made-items.ts';
import { writtenItems } from './written-items.ts';

/** What a learner wants to be asked; everything where nothing is said. */
export interface Wish {
  readonly topic?: Topic;
  readonly level?: Level;
}

/** Every item there is. */
export interface ItemPool {
  readonly get: (id: string) => Item | undefined;
  /** The items that fit a wish, those written by hand first. */
  readonly fitting: (wish: Wish) => readonly Item[];
  /** The topics that have items, with how many. */
  readonly topics: ReadonlyMap<Topic, number>;
}

/**
 * All items of the notes, in batches that are made one by one, so that whoever gathers them can let others work in
 * between: those their authors wrote first, then those made from typed facts.
 */
export function* itemBatches(knowledge: Knowledge): Generator<readonly Item[]> {
  yield writtenItems(knowledge);
  yield* madeItems(knowledge);
}

/** Everything that {@link itemBatches} makes, to choose from. */
export function createItemPool(batches: Iterable<readonly Item[]>): ItemPool {
  const items = new Map<string, Item>();
  for (const item of [...batches].flat()) {
    // The same question may come from a note's author and from its facts: the author's words win.
    if (!items.has(item.id)) items.set(item.id, item);
  }
  const topics = new Map<Topic, number>();
  for (const { topic } of items.values()) topics.set(topic, (topics.get(topic) ?? 0) + 1);
  return {
    get: (id) => items.get(id),
    fitting: ({ topic, level }) =>
      [...items.values()].filter(
        (item) => (topic === undefined || item.topic === topic) && (level === undefined || item.level === level),
      ),
    topics,
  };
}
