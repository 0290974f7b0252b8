import type { Note } from '../../knowledge/note.ts';
import type { Item } from '../item.ts';
import { madeItem } from './made-item.ts';

/** Purdue levels with what they hold, lowest first. */
const LEVELS: readonly (readonly [level: number, name: string])[] = [
  [0, 'Level 0: the process itself'],
  [1, 'Level 1: basic control'],
  [2, 'Level 2: supervision'],
  [3, 'Level 3: site operations'],
  [3.5, 'Level 3.5: industrial DMZ'],
  [4, 'Level 4: site business'],
  [5, 'Level 5: enterprise'],
];

/** "At which Purdue level does a PLC sit?" for components that have one level only. */
export function componentItems(notes: readonly Note[]): readonly Item[] {
  return notes.flatMap((note) => {
    if (note.kind !== 'component') return [];
    const [level, ...others] = note.facts.levels;
    const name = LEVELS.find(([each]) => each === level)?.[1];
    if (level === undefined || name === undefined || others.length > 0) return [];
    return madeItem({
      topic: 'component',
      level: 'easy',
      question: `At which level of the Purdue model does this sit: ${note.title}?`,
      answer: name,
      candidates: LEVELS.filter(([each]) => each !== level)
        .toSorted(([a], [b]) => Math.abs(a - level) - Math.abs(b - level))
        .map(([, text]) => ({ text })),
      why: `${note.title} (level ${level}): ${note.facts.does}.`,
      note: note.id,
    });
  });
}
