/** A word that was probably meant, and how far it is from what was typed. */
export interface Mending {
  readonly word: string;
  /** Edits between the two; 0 when they only sound the same. */
  readonly distance: number;
}

/**
 * Mends spelling against the words that occur in the notes. Every known word is filed under all forms it takes when one
 * or two of its letters are left out, so that a misspelt word finds its neighbours by look-up instead of a scan
 * (https://github.com/wolfgarbe/SymSpell, symmetric deletes).
 */
export class SpellingMender {
  readonly #frequency: ReadonlyMap<string, number>;
  readonly #byDeletion = new Map<string, string[]>();
  readonly #bySound = new Map<string, string[]>();

  /** @param frequency known words with the number of notes each stands in */
  constructor(frequency: ReadonlyMap<string, number>) {
    this.#frequency = frequency;
    for (const word of frequency.keys()) {
      if (word.length < 3 || !/[a-z]{2}/.test(word)) continue;
      for (const form of deletions(word)) file(this.#byDeletion, form, word);
      file(this.#bySound, soundOf(word), word);
    }
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
    for (const candidate of this.#bySound.get(soundOf(word)) ?? []) consider(candidate, 0);
    if (best) return best;
    for (const form of deletions(word)) {
      for (const candidate of this.#byDeletion.get(form) ?? []) {
        const distance = editDistance(word, candidate, limit);
        if (distance <= Math.min(limit, tolerance(candidate))) consider(candidate, distance);
      }
    }
    return best;
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

function file(index: Map<string, string[]>, key: string, word: string): void {
  const words = index.get(key);
  if (words) words.push(word);
  else index.set(key, [word]);
}

/**
 * How much of a word is filed. Most of what tells words apart stands in their first letters; a longer part would only
 * make the index larger, as the true distance is measured afterwards.
 */
const FILED_LETTERS = 7;

/** The beginning of the word and every form of it with up to `tolerance` letters left out. */
function deletions(word: string): ReadonlySet<string> {
  const beginning = word.slice(0, FILED_LETTERS);
  const forms = new Set([beginning]);
  let latest = [beginning];
  for (let round = 0; round < Math.max(1, tolerance(word)); round++) {
    latest = latest.flatMap((form) =>
      Array.from({ length: form.length }, (_, index) => form.slice(0, index) + form.slice(index + 1)),
    );
    for (const form of latest) forms.add(form);
  }
  return forms;
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
