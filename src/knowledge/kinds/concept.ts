import * as z from 'zod';
import { defineKind, factRows, line } from './kind.ts';

const facts = z
  .strictObject({
    fullName: line(120).optional(),
    /** The one thing to remember. */
    inShort: line(240).optional(),
    /** A wrong belief that is common, and what is right. */
    commonError: line(240).optional(),
    /** Where the term comes from: `ISA-95, 2000`. */
    origin: line(120).optional(),
  })
  .default({});

export const concept = defineKind({
  name: 'concept',
  folder: 'concepts',
  singular: 'concept',
  plural: 'concepts',
  facts,
  headings: {
    'What it means': 'definition',
    'How it works': 'working',
    'Why it matters': 'why',
    'What goes wrong': 'failure',
    'What to do': 'start',
    Example: 'example',
  },
  required: [],
  rows: (f) =>
    factRows(
      ['fullName', 'Full name', f.fullName],
      ['inShort', 'In short', f.inShort],
      ['commonError', 'Common error', f.commonError],
      ['origin', 'Origin', f.origin],
    ),
});
