import { chanceOfRight } from './ability.ts';
import type { Item } from './item.ts';
import type { Random } from './random.ts';

/** The chance of a right answer at which people learn with joy: mostly right, not always. */
const WANTED_CHANCE = 0.75;

/** How much chance may weigh against fit, so that two learners don't get the same row of questions. */
const JITTER = 0.3;

/** More than fit and chance together: what an author wrote is asked before what was made from facts. */
const MADE_MALUS = 2;

/** What the choice of questions goes by. */
export interface Suitability {
  /** In logits. */
  readonly ability: number;
  /** An item's difficulty, in logits. */
  readonly difficultyOf: (item: Item) => number;
  /** When an item was last seen, in milliseconds since 1970; `undefined` when never. */
  readonly lastSeen: (item: Item) => number | undefined;
  readonly random: Random;
}

/**
 * Questions that suit somebody: unseen ones first, those of fitting difficulty before others, and no two from the same note
 * while others are left.
 */
export function suitableItems(items: readonly Item[], count: number, suitability: Suitability): readonly Item[] {
  const ranked = items
    .map((item) => ({ item, cost: costOf(item, suitability) }))
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ item }) => item);
  return spread(ranked, count);
}

/** The first items of a ranking, one of each note before a second of any. */
export function spread(ranked: readonly Item[], count: number): readonly Item[] {
  const chosen: Item[] = [];
  let rest = ranked;
  while (chosen.length < count && rest.length > 0) {
    const notes = new Set<string>();
    const left: Item[] = [];
    for (const item of rest) {
      const source = item.note ?? item.id;
      if (chosen.length < count && !notes.has(source)) {
        notes.add(source);
        chosen.push(item);
      } else left.push(item);
    }
    rest = left;
  }
  return chosen;
}

function costOf(item: Item, { ability, difficultyOf, lastSeen, random }: Suitability): number {
  const chance = chanceOfRight(ability, difficultyOf(item), item.wrong.length + 1);
  const misfit = Math.abs(chance - WANTED_CHANCE) + random() * JITTER + (item.isMade ? MADE_MALUS : 0);
  const seen = lastSeen(item);
  // Seen items come after all unseen ones, the longest unseen first.
  return seen === undefined ? misfit : 10 + seen;
}
