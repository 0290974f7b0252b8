import * as z from 'zod';
import { defineKind, factRows, line } from './kind.ts';

const facts = z.strictObject({
  does: line(240),
  maker: line(120),
  licence: line(80).optional(),
  /** Whether it sends traffic: `passive` only listens, `active` talks to devices, `offline` works on files or in a lab. */
  contact: z.enum(['passive', 'active', 'offline']),
  /** Whether it is still maintained, as far as a source tells. */
  status: line(120).optional(),
});

export const tool = defineKind({
  name: 'tool',
  folder: 'tools',
  singular: 'tool',
  plural: 'tools',
  facts,
  headings: {
    'What it does': 'working',
    'What it is good for': 'use',
    'Near a live plant': 'failure',
    'How to start': 'start',
  },
  required: ['What it does', 'Near a live plant'],
  rows: (f) =>
    factRows(
      ['does', 'Does', f.does],
      ['maker', 'Made by', f.maker],
      ['licence', 'Licence', f.licence],
      ['contact', 'Contact with devices', f.contact],
      ['status', 'Status', f.status],
    ),
});
