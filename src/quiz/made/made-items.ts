import type { Knowledge } from '../../knowledge/load.ts';
import type { Item } from '../item.ts';
import { acronymItems } from './acronym-items.ts';
import { attackItems } from './attack-items.ts';
import { componentItems } from './component-items.ts';
import { differenceItems } from './difference-items.ts';
import { incidentItems } from './incident-items.ts';
import { portItems } from './port-items.ts';
import { protocolItems } from './protocol-items.ts';

/** The items that can be made from typed facts, the glossary and the table of ports, in batches made one by one. */
export function* madeItems(knowledge: Knowledge): Generator<readonly Item[]> {
  const notes = [...knowledge.notes.values()];
  yield incidentItems(notes);
  yield protocolItems(notes);
  yield componentItems(notes);
  yield differenceItems(notes);
  yield attackItems(notes);
  yield acronymItems(knowledge.glossary);
  yield portItems(knowledge);
}
