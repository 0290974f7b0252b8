import { KINDS } from '../knowledge/kinds/index.ts';
import type { Knowledge } from '../knowledge/load.ts';
import { factsOf, type Note } from '../knowledge/note.ts';
import { namesOf } from './name-index.ts';
import { SpellingMender } from './spelling.ts';
import { TermIndex } from './term-index.ts';
import { indexWordsOf, stem, STOP_WORDS } from './words.ts';

/** Everything that is indexed of the notes' words. */
export interface NoteIndex {
  readonly notes: readonly Note[];
  readonly terms: TermIndex;
  /** A note's place in `notes` by its id; -1 for an unknown id. */
  readonly numberOf: (id: string) => number;
  /** Stems that each note holds anywhere. */
  readonly stemsOf: readonly ReadonlySet<string>[];
  readonly spelling: SpellingMender;
  /** Stems of all words, for telling a known form of a word from a misspelt one. */
  readonly knownStems: ReadonlySet<string>;
}

/** Indexes every note's names, asked questions, summary, facts and passages. */
export function buildNoteIndex({ notes: byId }: Pick<Knowledge, 'notes'>): NoteIndex {
  const notes = [...byId.values()];
  const terms = new TermIndex();
  const frequency = new Map<string, number>();
  const stemsOf = notes.map((note, number) => {
    const seen = new Set<string>();
    const add = (field: Parameters<TermIndex['add']>[1], index: number, text: string) => {
      const words = indexWordsOf(text);
      for (const word of words) seen.add(word);
      terms.add(number, field, index, words.filter((word) => !STOP_WORDS.has(word)).map(stem));
    };
    namesOf(note).forEach((name, index) => add('name', index, name));
    note.asked.forEach((question, index) => add('asked', index, question));
    add('summary', 0, note.summary);
    add('facts', 0, [KINDS[note.kind].singular, ...factsOf(note).map(({ text }) => text)].join('\n'));
    note.passages.forEach(({ heading, text }, index) => add('passage', index, `${heading}\n${text}`));
    for (const word of seen) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    return new Set([...seen].map(stem));
  });
  terms.seal(notes.length);
  const numbers = new Map(notes.map(({ id }, number) => [id, number]));
  return {
    notes,
    terms,
    numberOf: (id) => numbers.get(id) ?? -1,
    stemsOf,
    spelling: new SpellingMender(frequency),
    knownStems: new Set([...frequency.keys()].map(stem)),
  };
}
