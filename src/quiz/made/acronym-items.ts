import type { GlossaryEntry } from '../../knowledge/tables.ts';
import type { Item } from '../item.ts';
import { isAlikeInLength, madeItem } from './made-item.ts';

/** How many look-alikes of an acronym are considered. */
const LOOK_ALIKES = 12;

/** "What does RTU stand for?", with what other acronyms stand for. */
export function acronymItems(glossary: readonly GlossaryEntry[]): readonly Item[] {
  const entries = glossary.flatMap((entry) => {
    const [meaning] = entry.meanings;
    const { acronym, meanings } = entry;
    const letters = new Set(acronym.toUpperCase());
    return meaning
      ? [{ acronym, meaning, letters, expansions: meanings.map(({ expansion }) => expansion.toLowerCase()) }]
      : [];
  });
  return entries.flatMap((entry) => {
    const { acronym, meaning, expansions } = entry;
    const candidates = entries
      .filter((other) => other !== entry && isAlikeInLength(other.meaning.expansion, meaning.expansion))
      .filter((other) => !other.expansions.some((expansion) => expansions.includes(expansion)))
      .map((other) => ({ other, likeness: likeness(other, entry) }))
      .toSorted((a, b) => b.likeness - a.likeness)
      .slice(0, LOOK_ALIKES)
      .map(({ other }) => ({ text: other.meaning.expansion, because: `That is ${other.acronym}.` }));
    return madeItem({
      topic: 'acronym',
      level: 'medium',
      question: `What ${expansions.length > 1 ? 'can' : 'does'} ${acronym} stand for in OT security?`,
      answer: meaning.expansion,
      candidates,
      why: `${acronym}: ${meaning.explanation}.`,
      ...(meaning.note !== undefined && { note: meaning.note }),
    });
  });
}

interface Spelt {
  readonly acronym: string;
  readonly letters: ReadonlySet<string>;
}

/** Acronyms that begin alike, share letters and are of one length are easily mixed up. */
function likeness(a: Spelt, b: Spelt): number {
  let shared = 0;
  for (const letter of a.letters) if (b.letters.has(letter)) shared += 1;
  const begin = a.acronym[0]?.toUpperCase() === b.acronym[0]?.toUpperCase() ? 2 : 0;
  return begin + shared - Math.abs(a.acronym.length - b.acronym.length);
}
