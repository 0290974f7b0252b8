import * as z from 'zod';
import { attackId, defineKind, factRows, line, oneOf } from './kind.ts';

const TYPES = {
  tactic: 'ATT&CK tactic',
  technique: 'ATT&CK technique',
  'sub-technique': 'ATT&CK sub-technique',
  mitigation: 'ATT&CK mitigation',
  pattern: 'attack pattern',
} as const;

const facts = z.strictObject({
  type: oneOf(TYPES),
  /** Current ATT&CK for ICS id. Patterns that ATT&CK does not name have none. */
  attackId: attackId.optional(),
  /** Ids that this one replaced; they find the note too. */
  formerIds: z.array(attackId).default([]),
  /** Names of the tactics it serves. */
  tactics: z.array(line(60)).default([]),
  /** Ids of ATT&CK mitigations or techniques it goes with. */
  relatedIds: z.array(attackId).default([]),
  seenIn: z.array(line(80)).default([]),
  /** The best sign of it in a plant. */
  sign: line(240).optional(),
  /** The control that stops most of it. */
  stop: line(240).optional(),
});

export const attack = defineKind({
  name: 'attack',
  folder: 'attacks',
  singular: 'attack technique',
  plural: 'attack techniques',
  facts,
  headings: {
    'How it works': 'working',
    'What it looks like in a plant': 'impact',
    'How to see it': 'detection',
    'How to stop it': 'protection',
  },
  required: ['How it works', 'How to stop it'],
  rows: (f) =>
    factRows(
      ['type', 'Type', TYPES[f.type]],
      ['attackId', 'ATT&CK id', f.attackId],
      ['formerIds', 'Formerly', f.formerIds.join(', ')],
      ['tactics', 'Tactics', f.tactics.join(', ')],
      ['relatedIds', 'Goes with', f.relatedIds.join(', ')],
      ['seenIn', 'Seen in', f.seenIn.join(', ')],
      ['sign', 'Sign', f.sign],
      ['stop', 'Stopped by', f.stop],
    ),
});
