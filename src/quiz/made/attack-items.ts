import type { Note } from '../../knowledge/note.ts';
import type { Item } from '../item.ts';
import { randomFrom, shuffled } from '../random.ts';
import { madeItem } from './made-item.ts';

type Attack = Extract<Note, { readonly kind: 'attack' }>;

/** Which tactic of ATT&CK for ICS a technique serves. */
export function attackItems(notes: readonly Note[]): readonly Item[] {
  const attacks = notes.filter((note): note is Attack => note.kind === 'attack');
  const tactics = [...new Set(attacks.flatMap(({ facts }) => facts.tactics))];
  return attacks.flatMap((note) => {
    const { title, facts } = note;
    const [tactic, ...others] = facts.tactics;
    if (tactic === undefined || others.length > 0 || facts.type !== 'technique') return [];
    const candidates = shuffled(tactics, randomFrom(title))
      .filter((other) => other !== tactic)
      .map((text) => ({ text }));
    return madeItem({
      topic: 'attack',
      level: 'medium',
      question: `Which tactic of ATT&CK for ICS does the technique “${title}” serve?`,
      answer: tactic,
      candidates,
      why: note.summary,
      note: note.id,
    });
  });
}
