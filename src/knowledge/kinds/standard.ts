import * as z from 'zod';
import { SECTORS } from '../vocabulary.ts';
import { defineKind, factRows, labels, line, oneOf, year } from './kind.ts';

const BINDING = {
  voluntary: 'voluntary',
  contractual: 'voluntary, often required by contract',
  law: 'required by law',
  mixed: 'required for some, voluntary for others',
} as const;

const facts = z.strictObject({
  fullName: line(200).optional(),
  publisher: line(120),
  /** Current edition: `2020 (edition 1)`, `Revision 3`. */
  edition: line(120),
  /** Year of the current edition. */
  year: year.optional(),
  region: line(80),
  sectors: z.array(oneOf(SECTORS)).min(1),
  binding: oneOf(BINDING),
  whoMustComply: line(240),
  asksFor: line(240),
});

export const standard = defineKind({
  name: 'standard',
  folder: 'standards',
  singular: 'standard or law',
  plural: 'standards and laws',
  facts,
  headings: {
    'What it asks for': 'requirements',
    'Who must comply': 'compliance',
    'How it relates to others': 'relation',
    'Where to start': 'start',
  },
  required: ['What it asks for', 'Who must comply'],
  rows: (f) =>
    factRows(
      ['fullName', 'Full name', f.fullName],
      ['publisher', 'Published by', f.publisher],
      ['edition', 'Edition', f.edition],
      ['region', 'Where it applies', f.region],
      ['sectors', 'Sectors', labels(SECTORS, f.sectors)],
      ['binding', 'Binding', BINDING[f.binding]],
      ['whoMustComply', 'Who must comply', f.whoMustComply],
      ['asksFor', 'Asks for', f.asksFor],
    ),
});
