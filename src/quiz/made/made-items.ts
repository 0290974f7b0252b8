import type { Knowledge } from '../../knowledge/load.ts';
import type { Item } from '../item.ts';

/** The items that can be made from typed facts. */
export function madeItems(_knowledge: Knowledge): readonly Item[] {
  return [];
}
