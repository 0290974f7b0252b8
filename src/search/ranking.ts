import { canTell } from './asked-for.ts';
import type { Note } from '../knowledge/note.ts';
import { KIND_HINTS } from './list-words.ts';
import type { NoteIndex } from './note-index.ts';
import type { Question } from './question.ts';
import { totalOf, type Scorer, type Scores } from './scoring.ts';

/** A note with how well it fits the question, and why. */
export interface Ranked {
  readonly note: Note;
  readonly score: number;
  readonly scores: Scores;
  /** Share of the question's weight that stands in names of this note which the question spells out; 0 to 1. */
  readonly named: number;
  /** Whether the question is nothing but a name of the note. */
  readonly isWhole: boolean;
}

/** How much a name that the question spells out counts. */
const NAMED_WEIGHT = 0.6;
/** "Which Purdue level is a PLC at?" names two notes; the one that can tell the fact is meant. */
const CAN_TELL_BONUS = 0.8;
/** "Which standard covers …" is after a standard. */
const HINT_BONUS = 0.4;
/** Of two notes that fit alike, the one that others speak of is more likely meant. */
const PROMINENCE_WEIGHT = 0.8;
/** A question that is nothing but a name leaves no doubt. */
const WHOLE_BONUS = 3;
/**
 * ATT&CK's tactics and mitigations are catalogue entries: where another note tells the same thing, people want that one.
 * Asked for by id or name they still lead.
 */
const CATALOGUE_MALUS = 0.6;
/** Notes beyond this many are never shown. */
const MAX_RANKED = 12;

/** Ranks the notes for a question, best first. */
export function rank(question: Question, index: NoteIndex, scorer: Scorer): readonly Ranked[] {
  const { terms, names, whole, asked } = question;
  const hint = KIND_HINTS.find(([pattern]) => pattern.test(question.text))?.[1];
  const spelledOut = new Map<number, Set<number>>();
  for (const { note, start, end } of names) {
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
        PROMINENCE_WEIGHT * (index.prominence[number] ?? 0) +
        (tells ? CAN_TELL_BONUS : 0) +
        (note.kind === hint ? HINT_BONUS : 0) +
        (isWhole ? WHOLE_BONUS : 0) -
        (isCatalogueEntry(note) ? CATALOGUE_MALUS : 0);
      return [{ note, score, scores, named, isWhole }];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MAX_RANKED);
}

function isCatalogueEntry(note: Note): boolean {
  return note.kind === 'attack' && (note.facts.type === 'mitigation' || note.facts.type === 'tactic');
}
