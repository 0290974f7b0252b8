import * as z from 'zod';
import { defineKind, factRows, line } from './kind.ts';

const facts = z.strictObject({
  does: line(240),
  knows: line(240),
  worksWith: line(240).optional(),
});

export const role = defineKind({
  name: 'role',
  folder: 'roles',
  singular: 'role',
  plural: 'roles',
  facts,
  headings: {
    'What they do': 'working',
    'What they need to know': 'requirements',
    'How to become one': 'start',
    'Common questions': 'example',
  },
  required: ['What they do'],
  rows: (f) =>
    factRows(['does', 'Does', f.does], ['knows', 'Knows', f.knows], ['worksWith', 'Works with', f.worksWith]),
});
