import { askedFor, type AskedFor } from './asked-for.ts';
import type { NameIndex, SpottedName } from './name-index.ts';
import type { NoteIndex } from './note-index.ts';
import { mendWords, queryTerms, type QueryTerm } from './query.ts';
import type { Synonyms } from './synonyms.ts';
import { normalise } from './words.ts';

/** A question as it was read. */
export interface Question {
  /** As typed, in lower case without signs. */
  readonly normal: string;
  /** The words, misspelt ones mended. */
  readonly words: readonly string[];
  /** The mended words as one text. */
  readonly text: string;
  readonly asked: AskedFor;
  /** Names of notes that it spells out. */
  readonly names: readonly SpottedName[];
  /** The note that the whole question is a name of. */
  readonly whole: string | undefined;
  /** Its words as the index is asked for them. */
  readonly terms: readonly QueryTerm[];
}

/** What reading a question needs to know. */
export interface Reader {
  readonly index: NoteIndex;
  readonly names: NameIndex;
  readonly synonyms: Synonyms;
}

/** Reads a question: mends it, finds what it asks for and whom it names. */
export function readQuestion(question: string, { index, names, synonyms }: Reader): Question {
  const normal = normalise(question);
  const typed = normal === '' ? [] : normal.split(' ');
  const words = mendWords(typed, index);
  const text = words.join(' ');
  const asked = askedFor(text);
  const spotted = names.spot(words);
  const terms = queryTerms(typed, words, asked, index, synonyms);
  return {
    normal,
    words,
    text,
    asked,
    names: spotted,
    whole: names.whole(text),
    terms: weighContext(terms, words, spotted),
  };
}

const PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'of', 'for', 'within', 'under', 'inside', 'from']);
/** "What is a zone in IEC 62443?" asks about the zone: what stands behind the preposition is its context. */
const CONTEXT_FACTOR = 0.5;

/** Lowers the weight of what stands behind a preposition, when a name before it is what is asked about. */
function weighContext(
  terms: readonly QueryTerm[],
  words: readonly string[],
  names: readonly SpottedName[],
): readonly QueryTerm[] {
  const [first, ...more] = names;
  if (!first || more.length === 0) return terms;
  const preposition = words.findIndex((word, position) => position >= first.end && PREPOSITIONS.has(word));
  if (preposition < 0 || preposition > first.end + 1) return terms;
  return terms.map((term) => (term.position > preposition ? { ...term, weight: term.weight * CONTEXT_FACTOR } : term));
}
