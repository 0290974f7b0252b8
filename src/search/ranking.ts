import type { Note } from '../knowledge/note.ts';
import type { SpottedName } from './name-index.ts';
import type { NoteIndex } from './note-index.ts';
import type { QueryTerm } from './query.ts';
import { candidatesFor, scoreNote, totalOf, type Scores } from './scoring.ts';

/** A note with how well it fits the question, and why. */
export interface Ranked {
  readonly note: Note;
  readonly score: number;
  readonly scores: Scores;
  /** Share of the question's weight that stands in names of this note which the question spells out; 0 to 1. */
  readonly named: number;
}

/** What a ranking is made from. */
export interface RankingInput {
  readonly words: readonly string[];
  readonly terms: readonly QueryTerm[];
  readonly spotted: readonly SpottedName[];
  /** The note that the whole question names. */
  readonly whole: string | undefined;
  readonly index: NoteIndex;
}

/** How much a name that the question spells out counts. */
const NAMED_WEIGHT = 1.1;
/** A question that is nothing but a name leaves no doubt. */
const WHOLE_BONUS = 3;
/** Notes beyond this many are never shown. */
const MAX_RANKED = 12;

/** Ranks the notes for a question, best first. */
export function rank({ terms, spotted, whole, index }: RankingInput): readonly Ranked[] {
  const numbers = new Map(index.notes.map((note, number) => [note.id, number]));
  const named = namedShares(terms, spotted);
  const candidates = new Set(candidatesFor(terms, index));
  for (const id of [...named.keys(), ...(whole === undefined ? [] : [whole])]) {
    const number = numbers.get(id);
    if (number !== undefined) candidates.add(number);
  }
  return [...candidates]
    .flatMap((number): readonly Ranked[] => {
      const note = index.notes[number];
      if (!note) return [];
      const scores = scoreNote(number, terms, index);
      const share = named.get(note.id) ?? 0;
      const score = totalOf(scores) + NAMED_WEIGHT * share + (note.id === whole ? WHOLE_BONUS : 0);
      return [{ note, score, scores, named: note.id === whole ? 1 : share }];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MAX_RANKED);
}

function namedShares(terms: readonly QueryTerm[], spotted: readonly SpottedName[]): ReadonlyMap<string, number> {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const shares = new Map<string, number>();
  for (const { note, start, end } of spotted) {
    const own = terms
      .filter(({ position }) => position >= start && position < end)
      .reduce((sum, { weight }) => sum + weight, 0);
    shares.set(note, (shares.get(note) ?? 0) + own / total);
  }
  return shares;
}
