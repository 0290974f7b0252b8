import * as z from 'zod';
import { CAUSES, SECTORS } from '../vocabulary.ts';
import {
  attackId,
  attribution,
  defineKind,
  factRows,
  labels,
  line,
  oneOf,
  partialDate,
  readableAttribution,
  readableDate,
} from './kind.ts';

const facts = z.strictObject({
  /** When it happened or began. */
  date: partialDate,
  /** When it was found or became known, if that was clearly later. */
  discovered: partialDate.optional(),
  countries: z.array(line(40)).min(1),
  victim: line(120),
  sectors: z.array(oneOf(SECTORS)).min(1),
  cause: oneOf(CAUSES),
  attribution,
  malware: z.array(line(60)).default([]),
  /** How the path from IT (or from outside) to OT was crossed. */
  boundary: line(240),
  /** What happened to the physical process. */
  impact: line(240),
  lesson: line(240),
  /** What sources disagree on; absent when nothing is in doubt. */
  disputed: line(240).optional(),
  techniques: z.array(attackId).default([]),
});

export const incident = defineKind({
  name: 'incident',
  folder: 'incidents',
  singular: 'incident',
  plural: 'incidents',
  facts,
  headings: {
    'What happened': 'events',
    'How it reached OT': 'entry',
    'Effect on the process': 'impact',
    'Who did it': 'attribution',
    Recovery: 'recovery',
    'What is disputed': 'dispute',
    Lessons: 'lesson',
  },
  required: ['What happened', 'How it reached OT', 'Lessons'],
  rows: (f) =>
    factRows(
      ['date', 'Date', readableDate(f.date)],
      ['discovered', 'Found', f.discovered && readableDate(f.discovered)],
      ['countries', 'Where', f.countries.join(', ')],
      ['victim', 'Who was hit', f.victim],
      ['sectors', 'Sector', labels(SECTORS, f.sectors)],
      ['cause', 'Cause', CAUSES[f.cause]],
      ['attribution', 'Attribution', readableAttribution(f.attribution)],
      ['malware', 'Malware', f.malware.join(', ')],
      ['boundary', 'Way into OT', f.boundary],
      ['impact', 'Physical effect', f.impact],
      ['lesson', 'Lesson', f.lesson],
      ['disputed', 'Disputed', f.disputed],
      ['techniques', 'ATT&CK', f.techniques.join(', ')],
    ),
});
