import { actor } from './actor.ts';
import { attack } from './attack.ts';
import { component } from './component.ts';
import { concept } from './concept.ts';
import { defence } from './defence.ts';
import { difference } from './difference.ts';
import { incident } from './incident.ts';
import { malware } from './malware.ts';
import { protocol } from './protocol.ts';
import { role } from './role.ts';
import { sector } from './sector.ts';
import { smartTech } from './smart-tech.ts';
import { standard } from './standard.ts';
import { tool } from './tool.ts';

/** Every kind of note there is, in the order in which topics are listed to people. */
export const KINDS = {
  difference,
  protocol,
  incident,
  component,
  standard,
  attack,
  actor,
  malware,
  defence,
  'smart-tech': smartTech,
  concept,
  sector,
  role,
  tool,
} as const;

export type Kind = keyof typeof KINDS;

/** The names of all kinds, in listing order. */
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[]; // Object.keys loses the literal keys
