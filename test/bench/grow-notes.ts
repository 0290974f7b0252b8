import type { Knowledge } from '../../src/knowledge/load.ts';
import type { Note, Passage } from '../../src/knowledge/note.ts';
import { paragraph } from '../../src/knowledge/rich-text.ts';
import { pick, seededRandom, type Random } from './random.ts';
import { heapsExponent, tokensOf, WordSource, type Part } from './word-source.ts';

const SEED = 1;
const WORDS_IN_A_SENTENCE = 16;
/** Facts that no two notes share; a grown note goes without them. */
const UNIQUE_FACTS: ReadonlySet<string> = new Set(['attackId', 'ethertype']);

/**
 * Knowledge with exactly so many notes: the real ones, then grown ones. A grown note has the shape of a real one (its
 * kind, its typed facts, as many names, questions and passages, each as long) with words drawn from all of them.
 */
export function growKnowledge(knowledge: Knowledge, size: number): Knowledge {
  const real = [...knowledge.notes.values()];
  const notes = new Map(real.slice(0, size).map((note) => [note.id, note]));
  if (notes.size < size) {
    const random = seededRandom(SEED);
    const words = new WordSource(corpusOf(real), heapsExponent(real.map(textOf)), random);
    const outlines = real.map(outlineOf);
    while (notes.size < size) {
      const id = `grown-${notes.size}`;
      notes.set(id, growNote(pick(outlines, random), id, words, random));
    }
  }
  return { ...knowledge, notes };
}

function corpusOf(notes: readonly Note[]): Readonly<Record<Part, readonly string[]>> {
  const tokens = (texts: (note: Note) => readonly string[]) => notes.flatMap((note) => texts(note).flatMap(tokensOf));
  return {
    name: tokens(({ title, aliases }) => [title, ...aliases]),
    asked: tokens(({ asked }) => asked),
    summary: tokens(({ summary }) => [summary]),
    body: tokens(({ passages }) => passages.map(({ text }) => text)),
  };
}

function textOf({ title, aliases, asked, summary, passages }: Note): string {
  return [title, ...aliases, ...asked, summary, ...passages.map(({ text }) => text)].join('\n');
}

/** A real note with the lengths of its texts in words. */
interface Outline {
  readonly note: Note;
  readonly facts: object;
  readonly title: number;
  readonly aliases: readonly number[];
  readonly summary: number;
  readonly asked: readonly number[];
  readonly passages: readonly number[];
  readonly total: number;
}

function lengthOf(text: string): number {
  return tokensOf(text).length;
}

function outlineOf(note: Note): Outline {
  const aliases = note.aliases.map(lengthOf);
  const asked = note.asked.map(lengthOf);
  const passages = note.passages.map(({ text }) => lengthOf(text));
  const [title, summary] = [lengthOf(note.title), lengthOf(note.summary)];
  const total = [title, summary, ...aliases, ...asked, ...passages].reduce((sum, each) => sum + each, 0);
  return { note, facts: factsLike(note), title, aliases, summary, asked, passages, total };
}

function growNote(outline: Outline, id: string, words: WordSource, random: Random): Note {
  const subject = words.beginNote(outline.total);
  const write = (part: Part, length: number) => Array.from({ length }, () => words.word(part));
  const name = (length: number) => [subject, ...write('name', length - 1)].join(' ');
  const note = {
    ...outline.note,
    id,
    title: name(outline.title),
    // Aliases are unique among all notes: the subject is this note's alone, the number tells them apart.
    aliases: outline.aliases.map((length, index) => `${name(length)} ${index + 1}`),
    summary: sentences(write('summary', outline.summary)),
    asked: outline.asked.map((length) => [...write('asked', length - 1), pick([subject, 'it'], random)].join(' ')),
    verdicts: {},
    related: [],
    facts: outline.facts,
    passages: outline.note.passages.map(({ heading, aspect }, index): Passage => {
      const text = sentences(write('body', outline.passages[index] ?? 0));
      return { heading, aspect, blocks: [paragraph(text)], text };
    }),
  };
  // The facts are those of the model's kind; TypeScript can't follow that through Object.fromEntries.
  return note as Note;
}

function factsLike({ facts }: Note): object {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([key]) => !UNIQUE_FACTS.has(key))
      .map(([key, value]) => [key, key === 'formerIds' ? [] : value]),
  );
}

function sentences(words: readonly string[]): string {
  return words
    .map((word, index) => ((index + 1) % WORDS_IN_A_SENTENCE === 0 || index === words.length - 1 ? `${word}.` : word))
    .join(' ');
}
