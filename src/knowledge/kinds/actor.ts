import * as z from 'zod';
import { SECTORS } from '../vocabulary.ts';
import { attackId, attribution, defineKind, factRows, labels, line, oneOf, readableAttribution, year } from './kind.ts';

const facts = z.strictObject({
  attribution,
  activeSince: year.optional(),
  targets: z.array(oneOf(SECTORS)).min(1),
  /** Names of incidents and malware tied to it. */
  knownFor: z.array(line(80)).default([]),
  /** What reached OT, as opposed to IT: `opened breakers in 2015 and 2016`. */
  otImpact: line(240),
  attackId: attackId.optional(),
});

export const actor = defineKind({
  name: 'actor',
  folder: 'actors',
  singular: 'threat group',
  plural: 'threat groups',
  facts,
  headings: {
    'Who they are': 'attribution',
    'What they did': 'events',
    'What is only claimed': 'dispute',
    'How to defend': 'protection',
  },
  required: ['What they did', 'How to defend'],
  rows: (f) =>
    factRows(
      ['attribution', 'Attributed to', readableAttribution(f.attribution)],
      ['activeSince', 'Active since', f.activeSince?.toString()],
      ['targets', 'Targets', labels(SECTORS, f.targets)],
      ['knownFor', 'Known for', f.knownFor.join(', ')],
      ['otImpact', 'Effect on OT', f.otImpact],
      ['attackId', 'ATT&CK id', f.attackId],
    ),
});
