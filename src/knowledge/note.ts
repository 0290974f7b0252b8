import * as z from 'zod';
import { KIND_NAMES, KINDS, type Kind } from './kinds/index.ts';
import { line, year, type FactRow } from './kinds/kind.ts';
import type { Block } from './rich-text.ts';
import type { Aspect } from './vocabulary.ts';

/** An https address, so that no answer ever sends a reader over a connection that can be tampered with. */
const httpsUrl = z.url({ protocol: /^https$/, error: 'expected an https address' });

/** A note's id: its file name without `.md`. Short, because it travels in a Telegram button's 64 bytes. */
export const noteId = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'expected lower-case words joined by single hyphens' });

/** An ISO calendar day, `2026-11-22`. */
const day = z.iso.date();

const source = z.strictObject({
  title: line(200),
  publisher: line(80),
  url: httpsUrl,
  year: year.optional(),
});

const quizItem = z
  .strictObject({
    level: z.enum(['easy', 'medium', 'hard']),
    // Telegram's quiz poll allows 300 characters for the question, 100 for an option and 200 for the explanation.
    question: line(300),
    answer: line(100),
    wrong: z.array(line(100)).length(3),
    why: line(200),
  })
  .refine(({ answer, wrong }) => new Set([answer, ...wrong].map((option) => option.toLowerCase())).size === 4, {
    error: 'expected four different options',
  });

/** The part of a note's front matter that every kind shares. */
const shared = {
  title: line(80),
  /** Other names it is asked for by: acronyms, spellings, former and vendor names. */
  aliases: z.array(line(80)).default([]),
  /** Names so common that they mean this topic only when nothing else is said: `Snake`, `Impact`, `Maersk`. */
  aloneAliases: z.array(line(80)).default([]),
  /** The answer to "what is it?", readable on its own. */
  summary: line(280),
  /** What a reader must not do to a running process after reading this note. */
  caution: line(240).optional(),
  /** Questions in people's own words that this note answers. */
  asked: z.array(line(160)).min(3),
  /** One sentence of judgement for "this or that?", by the id of the other note. */
  verdicts: z.record(noteId, line(280)).default({}),
  related: z.array(noteId).min(1),
  sources: z.array(source).min(1),
  /** The day its facts were last checked against its sources. */
  reviewed: day,
  quiz: z.array(quizItem).default([]),
};

/** The front matter of a note of each kind, as written in its file. */
const FRONT_MATTER = Object.fromEntries(
  KIND_NAMES.map((kind) => [kind, z.strictObject({ ...shared, facts: KINDS[kind].facts })]),
);

/** The schema of one kind's front matter. */
export function frontMatterSchema(kind: Kind): z.ZodType<FrontMatter> {
  const schema = FRONT_MATTER[kind];
  if (!schema) throw new Error(`no schema for the kind "${kind}", expected one of ${KIND_NAMES.join(', ')}`);
  return schema;
}

/** What a note's front matter holds, whatever its kind. */
export type FrontMatter = z.output<z.ZodObject<typeof shared>> & { readonly facts: Facts<Kind> };

export type Source = z.output<typeof source>;
export type QuizItem = z.output<typeof quizItem>;
export type Facts<K extends Kind> = z.output<(typeof KINDS)[K]['facts']>;

/** A section of a note. Search ranks passages, so that an answer can lead with the one that was asked for. */
export interface Passage {
  readonly heading: string;
  /** What it is about; a heading of the author's own has none. */
  readonly aspect: Aspect | undefined;
  readonly blocks: readonly Block[];
  /** The same text without any markup, for searching and counting. */
  readonly text: string;
}

interface NoteOf<K extends Kind> extends Readonly<z.output<z.ZodObject<typeof shared>>> {
  readonly id: string;
  readonly kind: K;
  readonly facts: Facts<K>;
  readonly passages: readonly Passage[];
}

/** One topic of knowledge, as a person wrote it and as Otto tells it. */
export type Note<K extends Kind = Kind> = { [Each in K]: NoteOf<Each> }[K];

/** The note's typed facts as labelled lines of text, in the order a reader wants them. */
export function factsOf(note: Note): readonly FactRow[] {
  // The kind selects the definition whose facts the note carries; TypeScript can't follow that through the table.
  const rows = KINDS[note.kind].rows as (facts: Note['facts']) => readonly FactRow[];
  return rows(note.facts);
}
