import * as z from 'zod';
import { attackId, defineKind, factRows, line } from './kind.ts';

const facts = z.strictObject({
  firstStep: line(240),
  /** What it costs the process: downtime, latency, work. */
  cost: line(240),
  goesWrong: line(240),
  /** ATT&CK mitigation ids it carries out. */
  mitigations: z.array(attackId).default([]),
  /** Standards that ask for it, in words: `IEC 62443-3-3 SR 5.1`. */
  askedBy: z.array(line(80)).default([]),
});

export const defence = defineKind({
  name: 'defence',
  folder: 'defences',
  singular: 'defence',
  plural: 'defences',
  facts,
  headings: {
    'What it is': 'definition',
    'How it works': 'working',
    'What to do on Monday': 'start',
    'What it costs the process': 'cost',
    'What can go wrong': 'failure',
  },
  required: ['What to do on Monday', 'What can go wrong'],
  rows: (f) =>
    factRows(
      ['firstStep', 'First step', f.firstStep],
      ['cost', 'Costs the process', f.cost],
      ['goesWrong', 'Can go wrong', f.goesWrong],
      ['mitigations', 'ATT&CK', f.mitigations.join(', ')],
      ['askedBy', 'Asked for by', f.askedBy.join(', ')],
    ),
});
