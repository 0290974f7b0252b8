import { pick, type Random } from './random.ts';

/** How many letters decide about the next one. */
const ORDER = 3;
const MIN_LENGTH = 4;
const MAX_LENGTH = 14;

/** Coins words that look like those it has seen, so that new words resemble old ones as much as real ones do. */
export class LetterChain {
  readonly #next = new Map<string, string[]>();
  readonly #random: Random;

  constructor(words: Iterable<string>, random: Random) {
    this.#random = random;
    for (const word of words) {
      for (let end = 0; end <= word.length; end++) {
        const before = word.slice(Math.max(0, end - ORDER), end);
        const letters = this.#next.get(before);
        // An empty letter stands for the end of the word.
        const letter = word[end] ?? '';
        if (letters) letters.push(letter);
        else this.#next.set(before, [letter]);
      }
    }
  }

  /** A word of 4 to 14 letters that is not among those taken, and is now. */
  coin(taken: Set<string>): string {
    for (;;) {
      const word = this.#spell();
      if (word.length < MIN_LENGTH || word.length > MAX_LENGTH || taken.has(word)) continue;
      taken.add(word);
      return word;
    }
  }

  #spell(): string {
    let word = '';
    while (word.length <= MAX_LENGTH) {
      const letter = pick(this.#next.get(word.slice(-ORDER)) ?? [''], this.#random);
      if (letter === '') return word;
      word += letter;
    }
    return word;
  }
}
