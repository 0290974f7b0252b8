import { KINDS } from '../knowledge/kinds/index.ts';
import type { Knowledge } from '../knowledge/load.ts';
import { factsOf, type Note } from '../knowledge/note.ts';
import { namesOf } from './name-index.ts';
import { SeenWords } from './seen-words.ts';
import { SpellingMender, spellingTableOf, type SpellingTable } from './spelling.ts';
import { TermIndex, TermTableBuilder, type Field, type TermTable } from './term-index.ts';
import { indexWordsOf } from './words.ts';

/** Everything that is indexed of the notes' words. */
export interface NoteIndex {
  readonly notes: readonly Note[];
  readonly terms: TermIndex;
  /** A note's place in `notes` by its id; -1 for an unknown id. */
  readonly numberOf: (id: string) => number;
  /** How much other notes speak of each: 1 for the one that most name as related, 0 for one that none names. */
  readonly prominence: readonly number[];
  /** In how many of the asked questions each stem stands, grammar words too. */
  readonly askedCounts: ReadonlyMap<string, number>;
  readonly spelling: SpellingMender;
}

/** What is counted once over all notes, as plain data that can be kept in a file. */
export interface NoteTable {
  readonly terms: TermTable;
  readonly askedCounts: ReadonlyMap<string, number>;
  readonly spelling: SpellingTable;
}

/** Counts the words of every note's names, asked questions, summary, facts and passages, and of the glossary's acronyms. */
export function noteTableOf({ notes, glossary }: Pick<Knowledge, 'notes' | 'glossary'>): NoteTable {
  const words = new SeenWords();
  const terms = new TermTableBuilder();
  let number = 0;
  for (const note of notes.values()) {
    for (const { field, index, text } of textsOf(note)) {
      terms.begin({ note: number, field, index });
      const own = indexWordsOf(text);
      if (field === 'asked') words.countAsked(own);
      for (const word of own) {
        const seen = words.see(word);
        if (seen.lastNote !== number) {
          seen.lastNote = number;
          seen.notes += 1;
        }
        if (!seen.isStopWord) terms.add((seen.term ??= terms.numberOf(seen.stem.text)));
      }
      terms.end();
    }
    number += 1;
  }
  const frequency = words.frequency();
  // An acronym is a word that is known, though no note may hold it: KPI is not a misspelt API.
  for (const { acronym } of glossary) {
    for (const word of indexWordsOf(acronym)) frequency.set(word, frequency.get(word) ?? 1);
  }
  return { terms: terms.build(notes.size), askedCounts: words.askedCounts(), spelling: spellingTableOf(frequency) };
}

/** The index of the notes from what was counted over them. */
export function createNoteIndex({ notes: byId }: Pick<Knowledge, 'notes'>, table: NoteTable): NoteIndex {
  const notes = [...byId.values()];
  const numbers = new Map(notes.map(({ id }, number) => [id, number]));
  return {
    notes,
    terms: new TermIndex(table.terms),
    numberOf: (id) => numbers.get(id) ?? -1,
    prominence: prominenceOf(notes),
    askedCounts: table.askedCounts,
    spelling: new SpellingMender(table.spelling),
  };
}

function prominenceOf(notes: readonly Note[]): readonly number[] {
  const named = new Map<string, number>();
  for (const { related } of notes) for (const id of related) named.set(id, (named.get(id) ?? 0) + 1);
  const most = Math.max(1, ...named.values());
  return notes.map(({ id }) => Math.log1p(named.get(id) ?? 0) / Math.log1p(most));
}

/** The pieces of a note's text that are scored apart. */
function textsOf(note: Note): readonly {
  readonly field: Field;
  readonly index: number;
  readonly text: string;
}[] {
  const facts = [KINDS[note.kind].singular, ...factsOf(note).map(({ text }) => text)].join('\n');
  return [
    ...namesOf(note).map((text, index) => ({
      field: 'name' as const,
      index,
      text,
    })),
    ...note.asked.map((text, index) => ({
      field: 'asked' as const,
      index,
      text,
    })),
    { field: 'summary', index: 0, text: note.summary },
    { field: 'facts', index: 0, text: facts },
    ...note.passages.map(({ heading, text }, index) => ({
      field: 'passage' as const,
      index,
      text: `${heading}\n${text}`,
    })),
  ];
}
