import { canTell, type AskedFor } from './asked-for.ts';
import type { Note } from '../knowledge/note.ts';
import { KIND_HINTS } from './list-words.ts';
import type { SpottedName } from './name-index.ts';
import type { NoteIndex } from './note-index.ts';
import type { QueryTerm } from './query.ts';
import { totalOf, type Scorer, type Scores } from './scoring.ts';

/** A note with how well it fits the question, and why. */
export interface Ranked {
  readonly note: Note;
  readonly score: number;
  readonly scores: Scores;
  /** Share of the question's weight that stands in names of this note which the question spells out; 0 to 1. */
  readonly named: number;
  /** Whether the question names the note and asks for a fact that it can tell. */
  readonly tells: boolean;
}

/** What a ranking is made from. */
export interface RankingInput {
  readonly mendedQuestion: string;
  readonly words: readonly string[];
  readonly terms: readonly QueryTerm[];
  readonly asked: AskedFor;
  readonly spotted: readonly SpottedName[];
  /** The note that the whole question names. */
  readonly whole: string | undefined;
  readonly index: NoteIndex;
  readonly scorer: Scorer;
}

/** How much a name that the question spells out counts. */
const NAMED_WEIGHT = 1.1;
/** "Which Purdue level is a PLC at?" names two notes; the one that can tell the fact is meant. */
const CAN_TELL_BONUS = 0.8;
/** "Which standard covers …" is after a standard. */
const HINT_BONUS = 0.3;
/** "What is a zone in IEC 62443?" asks about the zone: what stands behind the preposition is its context. */
const CONTEXT_FACTOR = 0.5;
/** A question that is nothing but a name leaves no doubt. */
const WHOLE_BONUS = 3;
/** Notes beyond this many are never shown. */
const MAX_RANKED = 12;

/** Ranks the notes for a question, best first. */
export function rank({
  mendedQuestion,
  words,
  terms: allTerms,
  asked,
  spotted,
  whole,
  index,
  scorer,
}: RankingInput): readonly Ranked[] {
  const terms = weighContext(allTerms, words, spotted);
  const hint = KIND_HINTS.find(([pattern]) => pattern.test(mendedQuestion))?.[1];
  const spelledOut = new Map<number, Set<number>>();
  for (const { note, start, end } of spotted) {
    const number = index.numberOf(note);
    const own = spelledOut.get(number) ?? new Set();
    terms.forEach(({ position }, term) => {
      if (position >= start && position < end) own.add(term);
    });
    spelledOut.set(number, own);
  }
  if (whole !== undefined && !spelledOut.has(index.numberOf(whole))) spelledOut.set(index.numberOf(whole), new Set());
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return [...scorer.score(terms, spelledOut)]
    .flatMap(([number, scores]): readonly Ranked[] => {
      const note = index.notes[number];
      if (!note) return [];
      const isWhole = note.id === whole;
      const own = [...(spelledOut.get(number) ?? [])].reduce((sum, term) => sum + (terms[term]?.weight ?? 0), 0);
      const named = isWhole ? 1 : own / total;
      const tells = named > 0 && asked.fact !== undefined && canTell(note.kind, asked.fact);
      const score =
        totalOf(scores) +
        NAMED_WEIGHT * named +
        (tells ? CAN_TELL_BONUS : 0) +
        (note.kind === hint ? HINT_BONUS : 0) +
        (isWhole ? WHOLE_BONUS : 0);
      return [{ note, score, scores, named, tells }];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MAX_RANKED);
}

const PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'of', 'for', 'within', 'under', 'inside', 'from']);

/** Lowers the weight of what stands behind a preposition, when a name before it is what is asked about. */
function weighContext(
  terms: readonly QueryTerm[],
  words: readonly string[],
  spotted: readonly SpottedName[],
): readonly QueryTerm[] {
  const [first, ...more] = spotted;
  if (!first || more.length === 0) return terms;
  const preposition = words.findIndex((word, position) => position >= first.end && PREPOSITIONS.has(word));
  if (preposition < 0 || preposition > first.end + 1) return terms;
  return terms.map((term) => (term.position > preposition ? { ...term, weight: term.weight * CONTEXT_FACTOR } : term));
}
