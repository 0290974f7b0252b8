import { Register, RegisterBuilder, type RegisterTable } from './register.ts';

/** A word that was probably meant, and how far it is from what was typed. */
export interface Mending {
  readonly word: string;
  /** Edits between the two; 0 when they only sound the same. */
  readonly distance: number;
}

/** Words up to this length are found by leaving a letter out, longer ones by the pairs of letters they share. */
const SHORT = 5;
/** Stands for a word's beginning and end where pairs of letters are made; no word holds it. */
const WORD_END = 0;
/** Most words whose true distance is measured. */
const MAX_MEASURED = 60;

/** What a {@link SpellingMender} looks words up in, as plain data that can be kept in a file. */
export interface SpellingTable {
  /** Known words with the number of notes each stands in. */
  readonly frequency: ReadonlyMap<string, number>;
  /** The known words that others are mended into. */
  readonly words: readonly string[];
  /** Numbers of the short words under every form that lacks one letter. */
  readonly byDeletion: RegisterTable<string>;
  /** Numbers of the long words under the pairs of letters that they hold. */
  readonly byPair: RegisterTable<number>;
  readonly bySound: RegisterTable<string>;
}

/**
 * Files words for {@link SpellingMender}.
 *
 * @param frequency known words with the number of notes each stands in
 */
export function spellingTableOf(frequency: ReadonlyMap<string, number>): SpellingTable {
  const words = [...frequency.keys()].filter((word) => word.length >= 3 && /[a-z]{2}/.test(word));
  const byDeletion = new RegisterBuilder<string>();
  const byPair = new RegisterBuilder<number>();
  const bySound = new RegisterBuilder<string>();
  for (const [number, word] of words.entries()) {
    if (word.length <= SHORT + 1) for (const form of deletions(word)) byDeletion.file(form, number);
    if (word.length >= SHORT) for (const pair of pairsOf(word)) byPair.file(pair, number);
    bySound.file(soundOf(word), number);
  }
  return { frequency, words, byDeletion: byDeletion.build(), byPair: byPair.build(), bySound: bySound.build() };
}

/**
 * Mends spelling against the words that occur in the notes, by look-up instead of a scan: short words are filed under
 * every form that lacks one letter (https://github.com/wolfgarbe/SymSpell), long ones under their pairs of letters, all
 * under their sound.
 */
export class SpellingMender {
  readonly #frequency: ReadonlyMap<string, number>;
  readonly #words: readonly string[];
  readonly #byDeletion: Register<string>;
  readonly #byPair: Register<number>;
  /** How many pairs each word shares with the one that is being mended; all zero between two words. */
  readonly #shared: Uint8Array;
  readonly #bySound: Register<string>;

  constructor({ frequency, words, byDeletion, byPair, bySound }: SpellingTable) {
    this.#frequency = frequency;
    this.#words = words;
    this.#byDeletion = new Register(byDeletion);
    this.#byPair = new Register(byPair);
    this.#shared = new Uint8Array(words.length);
    this.#bySound = new Register(bySound);
  }

  /** Whether the word occurs in the notes as it is written. */
  knows(word: string): boolean {
    return this.#frequency.has(word);
  }

  /** The nearest known word, the more frequent of equals; `undefined` when none is near enough to be meant. */
  mend(word: string): Mending | undefined {
    if (word.length < 3 || word.length > 24 || !/[a-z]{2}/.test(word)) return undefined;
    const limit = tolerance(word);
    const digits = digitsOf(word);
    let best: Mending | undefined;
    const consider = (candidate: string, distance: number) => {
      // A number is never misspelt for another: `iec61851` is not `iec61850`.
      if (digitsOf(candidate) !== digits) return;
      if (
        best &&
        (distance > best.distance || (distance === best.distance && !this.#isLikelier(candidate, best.word, word)))
      )
        return;
      best = { word: candidate, distance };
    };
    for (const number of this.#bySound.numbersOf(soundOf(word))) consider(this.#words[number] ?? '', 0);
    if (best) return best;
    for (const candidate of this.#neighboursOf(word)) {
      const distance = editDistance(word, candidate, limit);
      if (distance <= Math.min(limit, tolerance(candidate))) consider(candidate, distance);
    }
    return best;
  }

  /** Known words that may be near enough to be worth measuring. */
  #neighboursOf(word: string): ReadonlySet<string> {
    const near = new Set<string>();
    if (word.length <= SHORT + 1) {
      for (const form of deletions(word)) {
        for (const number of this.#byDeletion.numbersOf(form)) near.add(this.#words[number] ?? '');
      }
    }
    if (word.length < SHORT - 1) return near;
    for (const candidate of this.#sharingPairs(word)) near.add(candidate);
    return near;
  }

  /** The long words that share most pairs of letters with the typed one. */
  #sharingPairs(word: string): readonly string[] {
    const pairs = pairsOf(word);
    const touched: number[] = [];
    for (const pair of pairs) {
      for (const number of this.#byPair.numbersOf(pair)) {
        const before = this.#shared[number] ?? 0;
        if (before === 0) touched.push(number);
        this.#shared[number] = before + 1;
      }
    }
    const limit = tolerance(word);
    // An edit spoils two pairs, a swap three.
    const needed = Math.max(1, pairs.size - 3 * limit);
    const close = touched
      .filter((number) => (this.#shared[number] ?? 0) >= needed)
      .filter((number) => Math.abs((this.#words[number] ?? '').length - word.length) <= limit)
      .toSorted((a, b) => (this.#shared[b] ?? 0) - (this.#shared[a] ?? 0))
      .slice(0, MAX_MEASURED)
      .map((number) => this.#words[number] ?? '');
    for (const number of touched) this.#shared[number] = 0;
    return close;
  }

  #isLikelier(candidate: string, than: string, typed: string): boolean {
    const firstLetter = Number(candidate[0] === typed[0]) - Number(than[0] === typed[0]);
    if (firstLetter !== 0) return firstLetter > 0;
    return (this.#frequency.get(candidate) ?? 0) > (this.#frequency.get(than) ?? 0);
  }
}

function digitsOf(word: string): string {
  return word.replace(/\D/g, '');
}

/** How many edits a word of this length may be off: short words have too many neighbours to guess. */
function tolerance(word: string): number {
  return word.length <= 6 ? 1 : 2;
}

/** The word itself and every form with one letter left out. */
function deletions(word: string): readonly string[] {
  return [word, ...Array.from({ length: word.length }, (_, index) => word.slice(0, index) + word.slice(index + 1))];
}

/** Every two neighbouring letters, the word's ends marked, as one number; each pair once. */
function pairsOf(word: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  let before = WORD_END;
  for (let index = 0; index < word.length; index++) {
    const letter = word.charCodeAt(index);
    pairs.add(before * 0x10000 + letter);
    before = letter;
  }
  pairs.add(before * 0x10000 + WORD_END);
  return pairs;
}

/** Spelling reduced to sound, roughly: enough for `stucksnet`, `fishing` and `kommunication`. */
function soundOf(word: string): string {
  return word
    .replaceAll('ph', 'f')
    .replace(/cks|ks|cs|cc(?=[eiy])/g, 'x')
    .replaceAll('ck', 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/[cq]/g, 'k')
    .replaceAll('z', 's')
    .replaceAll('y', 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/e$/, '');
}

/**
 * Edits that turn one word into the other, a swap of neighbouring letters counting once (optimal string alignment).
 *
 * @returns the distance, or `limit + 1` when it is larger than `limit`
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, at(beforeLast, j - 2) + 1);
      }
      row.push(value);
      smallest = Math.min(smallest, value);
    }
    if (smallest > limit) return limit + 1;
    [beforeLast, last] = [last, row];
  }
  return Math.min(at(last, b.length), limit + 1);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
