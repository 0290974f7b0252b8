import type { Note } from '../../src/knowledge/note.ts';
import { pick, seededRandom, type Random } from './random.ts';
import { tokensOf } from './word-source.ts';

/** The shapes of query that are timed, with how one is made from a note. */
const MAKERS = {
  'one word': (note, random) => longWord([note.title, ...note.aliases], 4, random),
  'six-word question': ({ asked }, random) => {
    const question = pick(asked, random).split(' ');
    return question.length >= 6 ? question.slice(0, 6).join(' ') : undefined;
  },
  'one word with a typo': (note, random) => {
    const word = longWord([note.title, ...note.asked], 6, random);
    return word && mistype(word, random);
  },
  'pasted text': ({ passages }) => {
    const text = passages.map((passage) => passage.text).join(' ');
    return text.length >= PASTED.min ? text.slice(0, PASTED.max) : undefined;
  },
} as const satisfies Record<string, (note: Note, random: Random) => string | undefined>;

/** Length of a pasted text in characters. */
const PASTED = { min: 300, max: 600 } as const;

/** A shape of query. */
export type Shape = keyof typeof MAKERS;

/** All shapes, in the order in which they are told. */
export const SHAPES = Object.keys(MAKERS) as readonly Shape[]; // Object.keys loses the literal keys

/** Queries of one shape about notes picked from all of them; the same for the same seed. */
export function queriesOf(shape: Shape, notes: readonly Note[], count: number, seed: number): readonly string[] {
  const random = seededRandom(seed);
  const queries: string[] = [];
  while (queries.length < count) {
    const query = MAKERS[shape](pick(notes, random), random);
    if (query !== undefined) queries.push(query);
  }
  return queries;
}

function longWord(texts: readonly string[], letters: number, random: Random): string | undefined {
  const words = texts.flatMap(tokensOf).filter((word) => word.length >= letters && /^[a-z]+$/.test(word));
  return words.length > 0 ? pick(words, random) : undefined;
}

/** One slip of the finger behind the first letter: a letter swapped, left out, doubled or replaced. */
function mistype(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter = '', next = '', after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  return before + pick([next + letter, next, letter + letter + next, `e${next}`], random) + after;
}
