import { KINDS } from '../knowledge/kinds/index.ts';
import type { Knowledge } from '../knowledge/load.ts';
import { factsOf, type Note } from '../knowledge/note.ts';
import { namesOf } from './name-index.ts';
import { SpellingMender } from './spelling.ts';
import { TermIndexBuilder, type Field, type TermIndex } from './term-index.ts';
import { indexWordsOf, stem, STOP_WORDS } from './words.ts';

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

/** Indexes every note's names, asked questions, summary, facts and passages, and the words of the glossary's acronyms. */
export function buildNoteIndex({ notes: byId, glossary }: Pick<Knowledge, 'notes' | 'glossary'>): NoteIndex {
  const notes = [...byId.values()];
  const numbers = new Map(notes.map(({ id }, number) => [id, number]));
  const askedCounts = new Map<string, number>();
  const words = new Map<string, SeenWord>();
  const terms = new TermIndexBuilder();
  for (const [note, each] of notes.entries()) {
    for (const { field, index, text } of textsOf(each)) {
      terms.begin({ note, field, index });
      const own = indexWordsOf(text);
      if (field === 'asked') {
        for (const each of new Set(own.map(stem))) askedCounts.set(each, (askedCounts.get(each) ?? 0) + 1);
      }
      for (const word of own) {
        let seen = words.get(word);
        if (!seen) {
          seen = {
            notes: 0,
            lastNote: -1,
            term: STOP_WORDS.has(word) ? undefined : terms.numberOf(stem(word)),
          };
          words.set(word, seen);
        }
        if (seen.lastNote !== note) {
          seen.lastNote = note;
          seen.notes += 1;
        }
        if (seen.term !== undefined) terms.add(seen.term);
      }
      terms.end();
    }
  }
  const frequency = new Map(words.entries().map(([word, seen]) => [word, seen.notes]));
  // An acronym is a word that is known, though no note may hold it: KPI is not a misspelt API.
  for (const { acronym } of glossary) {
    for (const word of indexWordsOf(acronym)) frequency.set(word, frequency.get(word) ?? 1);
  }
  return {
    notes,
    terms: terms.build(notes.length),
    numberOf: (id) => numbers.get(id) ?? -1,
    prominence: prominenceOf(notes),
    askedCounts,
    spelling: new SpellingMender(frequency),
  };
}

interface SeenWord {
  /** In how many notes it stands, and the last of them so far. */
  notes: number;
  lastNote: number;
  /** The number of its stem among the terms; a grammar word has none. */
  readonly term: number | undefined;
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
