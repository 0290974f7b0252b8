import { LetterChain } from './letter-chain.ts';
import { pick, roundByChance, type Random } from './random.ts';

/** Parts of a note whose words are drawn apart: questions hold other words than passages do. */
export type Part = 'name' | 'asked' | 'summary' | 'body';

/** The words of a corpus by the part in which they stand, in the order of the text, repeated ones each time. */
export type Corpus = Readonly<Record<Part, readonly string[]>>;

/** How often a new word of a note stands in it, besides the note's names: a word that is used at all is used again. */
const OWN_REPEATS = 3;
/** How many occurrences of coined words are remembered; beyond it a random one is forgotten for each new one. */
const MEMORY = 1 << 20;

/** The words of a text as tokens: lower case, no signs. */
export function tokensOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The exponent of Heaps' law for texts: how fast their vocabulary grows with their length, from a quarter of the texts
 * to all of them.
 */
export function heapsExponent(texts: readonly string[]): number {
  const all = texts.flatMap(tokensOf);
  const quarter = texts.filter((_, index) => index % 4 === 0).flatMap(tokensOf);
  return Math.log(new Set(all).size / new Set(quarter).size) / Math.log(all.length / quarter.length);
}

/**
 * Draws words for ever more text of a corpus's kind. Words of the corpus keep their frequencies; new words come as
 * Heaps' law has it (vocabulary = k * tokens^beta, fitted to the corpus) and are then repeated in proportion to how often
 * they have stood before (Simon, On a Class of Skew Distribution Functions, 1955).
 */
export class WordSource {
  readonly #corpus: Corpus;
  readonly #random: Random;
  readonly #beta: number;
  readonly #factor: number;
  readonly #vocabulary: Set<string>;
  readonly #chain: LetterChain;
  readonly #coined: string[] = [];
  #coinedWritten = 0;
  #written: number;
  #own: readonly string[] = [];
  #ownShare = 0;

  /** @param beta the exponent of Heaps' law that fits the corpus, from {@link heapsExponent} */
  constructor(corpus: Corpus, beta: number, random: Random) {
    this.#corpus = corpus;
    this.#random = random;
    const tokens = Object.values(corpus).flat();
    this.#written = tokens.length;
    this.#vocabulary = new Set(tokens);
    this.#beta = beta;
    this.#factor = this.#vocabulary.size / tokens.length ** beta;
    const models = [...this.#vocabulary].filter((word) => /^[a-z]{4,}$/.test(word));
    this.#chain = new LetterChain(models, random);
  }

  /**
   * Begins a note of about so many words.
   *
   * @returns a new word that is the subject of the note
   */
  beginNote(words: number): string {
    const rate = this.#factor * this.#beta * this.#written ** (this.#beta - 1);
    const count = Math.max(1, roundByChance(rate * words, this.#random));
    const own = Array.from({ length: count }, () => this.#chain.coin(this.#vocabulary));
    this.#own = own;
    this.#ownShare = (OWN_REPEATS * count) / words;
    const [subject = ''] = own;
    return subject;
  }

  /** The next word of the note that was begun last. */
  word(part: Part): string {
    this.#written += 1;
    if (this.#random() < this.#ownShare) return this.#remember(pick(this.#own, this.#random));
    const old = this.#coined.length > 0 && this.#random() < this.#coinedWritten / this.#written;
    return old ? this.#remember(pick(this.#coined, this.#random)) : pick(this.#corpus[part], this.#random);
  }

  #remember(word: string): string {
    this.#coinedWritten += 1;
    if (this.#coined.length < MEMORY) this.#coined.push(word);
    else this.#coined[Math.floor(this.#random() * MEMORY)] = word;
    return word;
  }
}
