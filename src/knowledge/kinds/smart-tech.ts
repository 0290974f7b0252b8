import * as z from 'zod';
import { defineKind, factRows, line } from './kind.ts';

const facts = z.strictObject({
  fullName: line(120).optional(),
  changes: line(240),
  risk: line(240),
  soundWay: line(240),
});

export const smartTech = defineKind({
  name: 'smart-tech',
  folder: 'smart-tech',
  singular: 'smart technology',
  plural: 'smart technologies',
  facts,
  headings: {
    'What it is': 'definition',
    'What changes': 'why',
    'The new risk': 'risk',
    'The sound way': 'protection',
  },
  required: ['What changes', 'The new risk', 'The sound way'],
  rows: (f) =>
    factRows(
      ['fullName', 'Full name', f.fullName],
      ['changes', 'What changes', f.changes],
      ['risk', 'New risk', f.risk],
      ['soundWay', 'Sound way', f.soundWay],
    ),
});
