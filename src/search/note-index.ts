import { KINDS } from '../knowledge/kinds/index.ts';
import type { Knowledge } from '../knowledge/load.ts';
import { factsOf, type Note } from '../knowledge/note.ts';
import { namesOf } from './name-index.ts';
import { SpellingMender } from './spelling.ts';
import { TermIndex, type Field } from './term-index.ts';
import { indexWordsOf, stem, STOP_WORDS } from './words.ts';

/** Everything that is indexed of the notes' words. */
export interface NoteIndex {
  readonly notes: readonly Note[];
  readonly terms: TermIndex;
  /** A note's place in `notes` by its id; -1 for an unknown id. */
  readonly numberOf: (id: string) => number;
  /** How much other notes speak of each: 1 for the one that most name as related, 0 for one that none names. */
  readonly prominence: readonly number[];
  /** Stems that each note holds anywhere. */
  readonly stemsOf: readonly ReadonlySet<string>[];
  /** In how many of the asked questions each stem stands, grammar words too. */
  readonly askedCounts: ReadonlyMap<string, number>;
  readonly spelling: SpellingMender;
  /** Stems of all words, for telling a known form of a word from a misspelt one. */
  readonly knownStems: ReadonlySet<string>;
}

/** Indexes every note's names, asked questions, summary, facts and passages, and the words of the glossary's acronyms. */
export function buildNoteIndex({ notes: byId, glossary }: Pick<Knowledge, 'notes' | 'glossary'>): NoteIndex {
  const notes = [...byId.values()];
  const numbers = new Map(notes.map(({ id }, number) => [id, number]));
  const frequency = new Map<string, number>();
  // An acronym is a word that is known, though no note may hold it: KPI is not a misspelt API.
  for (const { acronym } of glossary) for (const word of indexWordsOf(acronym)) frequency.set(word, 1);
  const askedCounts = new Map<string, number>();
  const stemsOf: ReadonlySet<string>[] = [];
  const texts = notes.flatMap((note, number) => {
    const read = textsOf(note).map(({ text, ...place }) => ({ ...place, words: indexWordsOf(text) }));
    const seen = new Set(read.flatMap(({ words }) => words));
    for (const { field, words } of read) {
      if (field !== 'asked') continue;
      for (const each of new Set(words.map(stem))) askedCounts.set(each, (askedCounts.get(each) ?? 0) + 1);
    }
    for (const word of seen) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    stemsOf.push(new Set([...seen].map(stem)));
    return read.map(({ words, ...place }) => ({
      ...place,
      note: number,
      terms: words.filter((word) => !STOP_WORDS.has(word)).map(stem),
    }));
  });
  return {
    notes,
    terms: new TermIndex(texts, notes.length),
    numberOf: (id) => numbers.get(id) ?? -1,
    prominence: prominenceOf(notes),
    stemsOf,
    askedCounts,
    spelling: new SpellingMender(frequency),
    knownStems: new Set(stemsOf.flatMap((stems) => [...stems])),
  };
}

function prominenceOf(notes: readonly Note[]): readonly number[] {
  const named = new Map<string, number>();
  for (const { related } of notes) for (const id of related) named.set(id, (named.get(id) ?? 0) + 1);
  const most = Math.max(1, ...named.values());
  return notes.map(({ id }) => Math.log1p(named.get(id) ?? 0) / Math.log1p(most));
}

/** The pieces of a note's text that are scored apart. */
function textsOf(note: Note): readonly { readonly field: Field; readonly index: number; readonly text: string }[] {
  const facts = [KINDS[note.kind].singular, ...factsOf(note).map(({ text }) => text)].join('\n');
  return [
    ...namesOf(note).map((text, index) => ({ field: 'name' as const, index, text })),
    ...note.asked.map((text, index) => ({ field: 'asked' as const, index, text })),
    { field: 'summary', index: 0, text: note.summary },
    { field: 'facts', index: 0, text: facts },
    ...note.passages.map(({ heading, text }, index) => ({
      field: 'passage' as const,
      index,
      text: `${heading}\n${text}`,
    })),
  ];
}
