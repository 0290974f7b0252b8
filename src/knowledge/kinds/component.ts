import * as z from 'zod';
import { defineKind, factRows, line } from './kind.ts';

const facts = z.strictObject({
  fullName: line(120).optional(),
  /** Purdue levels it is found at; 3.5 is the industrial DMZ. */
  levels: z.array(z.union([z.int().min(0).max(5), z.literal(3.5)])).min(1),
  does: line(200),
  vendors: z.array(line(60)).default([]),
  /** Ids or names of the protocols it usually speaks. */
  speaks: z.array(line(60)).default([]),
  /** The weakness to know first. */
  weakness: line(240),
});

/** `level 1`, `levels 1 and 2` */
export function readableLevels(levels: readonly number[]): string {
  return levels.length === 1 ? `level ${levels[0]}` : `levels ${levels.slice(0, -1).join(', ')} and ${levels.at(-1)}`;
}

export const component = defineKind({
  name: 'component',
  folder: 'components',
  singular: 'component',
  plural: 'components',
  facts,
  headings: {
    'What it does': 'working',
    'How it looks on the network': 'network',
    'How it fails': 'failure',
    'How it is attacked': 'abuse',
    'How to protect it': 'protection',
  },
  required: ['What it does', 'How to protect it'],
  rows: (f) =>
    factRows(
      ['fullName', 'Full name', f.fullName],
      ['levels', 'Purdue', readableLevels(f.levels)],
      ['does', 'Does', f.does],
      ['vendors', 'Made by', f.vendors.join(', ')],
      ['speaks', 'Speaks', f.speaks.join(', ')],
      ['weakness', 'Weak point', f.weakness],
    ),
});
