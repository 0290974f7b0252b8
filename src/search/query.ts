import { isAskingWord, type AskedFor } from './asked-for.ts';
import { isEnglish } from '../knowledge/english.ts';
import type { NoteIndex } from './note-index.ts';
import type { Alternative, Synonyms } from './synonyms.ts';
import { LIGHT_WORDS, stem, STOP_WORDS } from './words.ts';

/** One word of a question as the index is asked for it. */
export interface QueryTerm {
  /** The typed word, or what was meant when it was misspelt. */
  readonly word: string;
  /** Its stem. */
  readonly stem: string;
  /** Position of the word in the question. */
  readonly position: number;
  /** How telling it is. */
  readonly weight: number;
  /** Terms that count as this one, the word itself first. */
  readonly alternatives: readonly Alternative[];
  /** Whether the notes know the word, as typed or mended. */
  readonly known: boolean;
}

/** How much a word counts that only says what is asked for, beside words that name a subject. */
const ASKING_FACTOR = 0.35;
/** A mended word is a guess. */
const MENDED_FACTOR = 0.85;

/** Mends the words of a question: misspelt ones, and ones that were joined or split. */
export function mendWords(words: readonly string[], index: NoteIndex): readonly string[] {
  const mended: string[] = [];
  for (let position = 0; position < words.length; position++) {
    const word = words[position] ?? '';
    const next = words[position + 1];
    if (isKnown(word, index)) {
      mended.push(word);
      continue;
    }
    // "mod bus", "hone ypot": two words that only make sense together.
    if (next !== undefined && !STOP_WORDS.has(word) && index.spelling.knows(word + next)) {
      mended.push(word + next);
      position++;
      continue;
    }
    const split = isEnglish(word) ? [word] : splitWord(word, index);
    if (split) mended.push(...split);
    else mended.push(index.spelling.mend(word)?.word ?? word);
  }
  return mended;
}

function isKnown(word: string, { spelling, terms }: NoteIndex): boolean {
  return STOP_WORDS.has(word) || spelling.knows(word) || terms.has(stem(word)) || LIGHT_WORDS.has(stem(word));
}

/** `modbustcp` as `modbus tcp`, `iec62443` as `iec 62443`; `undefined` unless both halves are known. */
function splitWord(word: string, { spelling }: NoteIndex): readonly [string, string] | undefined {
  for (let cut = 2; cut <= word.length - 2; cut++) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)];
    const longEnough = left.length + right.length >= 6 && (cut >= 3 || /\d/.test(right));
    if (longEnough && spelling.knows(left) && spelling.knows(right) && !STOP_WORDS.has(left)) return [left, right];
  }
  return undefined;
}

/** Whether a question names anything beside what it asks for: "which port does Modbus use" does, "and its port?" not. */
export function hasSubject(words: readonly string[], asked: AskedFor): boolean {
  return words.some((word) => !STOP_WORDS.has(word) && !asksOnly(stem(word), asked));
}

function asksOnly(term: string, asked: AskedFor): boolean {
  return (asked.fact ?? asked.aspect) !== undefined && isAskingWord(term);
}

/** Turns the words of a question into weighted terms with their alternatives. Grammar words fall out. */
export function queryTerms(
  typedWords: readonly string[],
  words: readonly string[],
  asked: AskedFor,
  index: NoteIndex,
  synonyms: Synonyms,
): readonly QueryTerm[] {
  const stems = words.map(stem);
  const subject = hasSubject(words, asked);
  const alternatives = synonyms.alternativesFor(stems);
  const typed = new Set(typedWords);
  return words.flatMap((word, position): readonly QueryTerm[] => {
    const term = stems[position] ?? word;
    if (STOP_WORDS.has(word)) return [];
    const factor = typed.has(word) ? 1 : MENDED_FACTOR;
    return [
      {
        word,
        stem: term,
        position,
        weight: index.terms.weightOf(term) * (subject && asksOnly(term, asked) ? ASKING_FACTOR : 1),
        alternatives: [
          { term, factor },
          ...(alternatives[position] ?? []).filter((other) => index.terms.has(other.term)),
        ],
        known: index.terms.has(term),
      },
    ];
  });
}
