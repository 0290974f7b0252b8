import Fuse from 'fuse.js';
import { nameKey } from '../knowledge/name-key.ts';
import type { Note } from '../knowledge/note.ts';
import { namesOf } from './name-index.ts';
import { editDistance } from './spelling.ts';

interface Entry {
  readonly note: Note;
  readonly name: string;
  readonly key: string;
}

/** What has been typed counts up to here: fuse.js looks at 32 characters. */
const MAX_TYPED = 32;
/** Most names that are compared letter by letter; all of them would take too long at every keystroke. */
const MAX_COMPARED = 200;

const FEW_EDITS = 3;

/** Offers notes while somebody types: names that begin with the text, then those that contain it, then similar ones. */
export class Completion {
  readonly #entries: readonly Entry[];
  /** Numbers of the entries that hold a pair of letters. */
  readonly #byPair = new Map<string, number[]>();

  constructor(notes: readonly Note[]) {
    this.#entries = notes.flatMap((note) => namesOf(note).map((name) => ({ note, name, key: nameKey(name) })));
    for (const [number, { key }] of this.#entries.entries()) {
      for (const pair of pairsOf(key)) this.#file(pair, number);
    }
  }

  #file(pair: string, number: number): void {
    const numbers = this.#byPair.get(pair);
    if (numbers) numbers.push(number);
    else this.#byPair.set(pair, [number]);
  }

  /** Notes for what has been typed so far, best first; for an empty text the first notes there are. */
  complete(typed: string, limit: number): readonly Note[] {
    const text = typed.trim();
    const key = nameKey(text.slice(0, 4 * MAX_TYPED)).slice(0, MAX_TYPED);
    if (key === '') return text === '' ? distinct(this.#entries, limit) : [];
    const starting = this.#entries.filter((entry) => entry.key.startsWith(key));
    const containing = this.#entries.filter((entry) => entry.key.includes(key));
    const exact = distinct([...starting.toSorted((a, b) => a.key.length - b.key.length), ...containing], limit);
    if (exact.length >= limit || key.length < 3) return exact;
    const similar = new Fuse(this.#resembling(key), {
      keys: ['key'],
      threshold: 0.35,
      ignoreLocation: true,
      ignoreFieldNorm: true,
    });
    return distinct(
      [
        ...exact.map((note) => ({ note })),
        ...nearestFirst(
          similar.search(key, { limit }).map(({ item }) => item),
          key,
        ),
      ],
      limit,
    );
  }

  /** The names that share most pairs of letters with the text. */
  #resembling(key: string): readonly Entry[] {
    const shared = new Map<number, number>();
    for (const pair of pairsOf(key)) {
      for (const number of this.#byPair.get(pair) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
    }
    return [...shared]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, MAX_COMPARED)
      .flatMap(([number]) => this.#entries[number] ?? []);
  }
}

/** Names within a few edits of the text first; the rest as they come. */
function nearestFirst(entries: readonly Entry[], key: string): readonly Entry[] {
  return entries.toSorted((a, b) => editDistance(a.key, key, FEW_EDITS) - editDistance(b.key, key, FEW_EDITS));
}

function pairsOf(key: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, key.length - 1) }, (_, index) => key.slice(index, index + 2)));
}

function distinct(entries: readonly { readonly note: Note }[], limit: number): readonly Note[] {
  const notes = new Set<Note>();
  for (const { note } of entries) {
    if (notes.size === limit) break;
    notes.add(note);
  }
  return [...notes];
}
