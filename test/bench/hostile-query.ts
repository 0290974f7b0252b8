import fc from 'fast-check';
import { STOP_WORDS } from '../../src/search/words.ts';

/** A query that is built to be slow, with the sort of it. */
export interface HostileQuery {
  readonly sort: string;
  readonly text: string;
}

/** Most repeats of a piece: longer than any platform lets a message be. */
const REPEATS = 20_000;

const SEPARATORS = [' ', '\n', '\t', '-', '/', '+', '.', ',', '\u200B', '\u00A0', '\u202E', '\0', '\u{1F4A5}'];
const GRAMMAR = ['it', 'IT', 'ot', 'vs', 'and', 'or', 'port', 'tcp', 'udp', 'is on', 'level 1', '2015', 'between'];
const MARKS = ['\u0301', '\u0323', '\u0E49', '\u200D', '\uFE0F'];

/** Queries of every sort that could make a search slow, over the words that it knows. */
export function hostileQueries(vocabulary: readonly string[]): fc.Arbitrary<HostileQuery> {
  const known = fc.constantFrom(...vocabulary);
  const words = (most: number) => fc.array(known, { minLength: 1, maxLength: most });
  const repeats = fc.integer({ min: 1, max: REPEATS });
  const sorts: Readonly<Record<string, fc.Arbitrary<string>>> = {
    'one word again and again': fc.tuple(known, repeats).map(([word, times]) => `${word} `.repeat(times)),
    'one letter again and again': fc
      .tuple(fc.constantFrom('a', 'e', 's', 'z', 'i', 't', '1', '0', '+'), repeats)
      .map(([letter, times]) => letter.repeat(times)),
    'grammar words only': fc
      .shuffledSubarray([...STOP_WORDS], { minLength: 1 })
      .map((subset) => subset.join(' ').repeat(3)),
    'many known words': words(120).map((chosen) => chosen.join(' ')),
    'known words glued together': words(60).map((chosen) => chosen.join('')),
    'known words split up': words(60).map((chosen) => chosen.map(splitUp).join(' ')),
    'known words, each with a slip': words(120).map((chosen) => chosen.map(slip).join(' ')),
    'unknown words': fc
      .array(fc.stringMatching(/^[a-z]{3,24}$/), { minLength: 1, maxLength: 120 })
      .map((chosen) => chosen.join(' ')),
    digits: fc.array(fc.nat(), { minLength: 1, maxLength: 200 }).map((numbers) => numbers.join(' ')),
    'one long number': fc.tuple(fc.nat(9), repeats).map(([digit, times]) => String(digit).repeat(times)),
    'mixed scripts': fc.string({ unit: 'binary', maxLength: 2_000 }),
    'combining marks': fc
      .tuple(known, fc.constantFrom(...MARKS), repeats)
      .map(([word, mark, times]) => word.replaceAll('', mark) + mark.repeat(times)),
    'separators only': fc
      .array(fc.constantFrom(...SEPARATORS), { minLength: 1, maxLength: 50 })
      .chain((chosen) => repeats.map((times) => chosen.join('').repeat(Math.ceil(times / chosen.length)))),
    'words of the grammar of questions': fc
      .array(fc.oneof(fc.constantFrom(...GRAMMAR), known), { minLength: 1, maxLength: 200 })
      .chain((chosen) => fc.constantFrom(' ', '/', ', ', '-').map((separator) => chosen.join(separator))),
  };
  return fc.oneof(...Object.entries(sorts).map(([sort, texts]) => texts.map((text) => ({ sort, text }))));
}

/** Every word there is, in one query. */
export function wholeVocabulary(vocabulary: readonly string[]): HostileQuery {
  return { sort: 'the whole vocabulary', text: vocabulary.join(' ') };
}

function splitUp(word: string): string {
  const middle = Math.ceil(word.length / 2);
  return `${word.slice(0, middle)} ${word.slice(middle)}`;
}

function slip(word: string): string {
  const middle = Math.floor(word.length / 2);
  return word.slice(0, middle) + word.slice(middle + 1);
}
