import { stem, STOP_WORDS } from './words.ts';

/** A word of the notes. */
export interface SeenWord {
  /** In how many notes it stands, and the last of them so far. */
  notes: number;
  lastNote: number;
  readonly isStopWord: boolean;
  /** The number of its stem among the terms, once it has one. */
  term: number | undefined;
  readonly stem: SeenStem;
}

interface SeenStem {
  readonly text: string;
  /** In how many of the asked questions it stands, and the last of them so far. */
  asked: number;
  lastAsked: number;
}

/** Every different word met while indexing; each is looked up once a time it stands somewhere, and stemmed once. */
export class SeenWords {
  readonly #words = new Map<string, SeenWord>();
  readonly #stems = new Map<string, SeenStem>();
  #asked = 0;

  see(word: string): SeenWord {
    const known = this.#words.get(word);
    if (known) return known;
    const seen = {
      notes: 0,
      lastNote: -1,
      isStopWord: STOP_WORDS.has(word),
      term: undefined,
      stem: this.#stemOf(stem(word)),
    };
    this.#words.set(word, seen);
    return seen;
  }

  #stemOf(text: string): SeenStem {
    let seen = this.#stems.get(text);
    if (!seen) {
      seen = { text, asked: 0, lastAsked: -1 };
      this.#stems.set(text, seen);
    }
    return seen;
  }

  /** Counts the words of one asked question. */
  countAsked(words: readonly string[]): void {
    for (const word of words) {
      const { stem: own } = this.see(word);
      if (own.lastAsked === this.#asked) continue;
      own.lastAsked = this.#asked;
      own.asked += 1;
    }
    this.#asked += 1;
  }

  /** In how many notes each word stands. */
  frequency(): Map<string, number> {
    return new Map(this.#words.entries().map(([word, { notes }]) => [word, notes]));
  }

  /** In how many of the asked questions each stem stands, grammar words too. */
  askedCounts(): ReadonlyMap<string, number> {
    const asked = this.#stems.values().filter((seen) => seen.asked > 0);
    return new Map(asked.map((seen) => [seen.text, seen.asked]));
  }
}
