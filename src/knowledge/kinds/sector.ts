import * as z from 'zod';
import { SECTORS } from '../vocabulary.ts';
import { defineKind, factRows, line, oneOf } from './kind.ts';

const facts = z.strictObject({
  sector: oneOf(SECTORS),
  runs: line(240),
  worstCase: line(240),
  rules: line(240),
});

export const sector = defineKind({
  name: 'sector',
  folder: 'sectors',
  singular: 'sector',
  plural: 'sectors',
  facts,
  headings: {
    'What runs there': 'working',
    'What can go wrong': 'failure',
    'Who sets the rules': 'compliance',
    'Where to start': 'start',
  },
  required: ['What runs there', 'What can go wrong'],
  rows: (f) =>
    factRows(['runs', 'Runs on', f.runs], ['worstCase', 'Worst case', f.worstCase], ['rules', 'Rules', f.rules]),
});
