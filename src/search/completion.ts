import Fuse from 'fuse.js';
import { nameKey } from '../knowledge/name-key.ts';
import type { Note } from '../knowledge/note.ts';
import { namesOf } from './name-index.ts';
import { MAX_QUESTION_LENGTH } from './words.ts';

interface Entry {
  readonly note: Note;
  readonly name: string;
  readonly key: string;
}

/** Offers notes while somebody types: names that begin with the text, then those that contain it, then similar ones. */
export class Completion {
  readonly #entries: readonly Entry[];
  readonly #fuse: Fuse<Entry>;

  constructor(notes: readonly Note[]) {
    this.#entries = notes.flatMap((note) => namesOf(note).map((name) => ({ note, name, key: nameKey(name) })));
    this.#fuse = new Fuse(this.#entries, {
      keys: ['name'],
      threshold: 0.35,
      ignoreLocation: true,
      ignoreFieldNorm: true,
    });
  }

  /** Notes for what has been typed so far, best first; for an empty text the first notes there are. */
  complete(typed: string, limit: number): readonly Note[] {
    const text = typed.trim().slice(0, Math.min(32, MAX_QUESTION_LENGTH));
    const key = nameKey(text);
    if (key === '') return text === '' ? distinct(this.#entries, limit) : [];
    const starting = this.#entries.filter((entry) => entry.key.startsWith(key));
    const containing = this.#entries.filter((entry) => entry.key.includes(key));
    const exact = distinct([...starting.toSorted((a, b) => a.key.length - b.key.length), ...containing], limit);
    if (exact.length >= limit || key.length < 3) return exact;
    return distinct(
      [...exact.map((note) => ({ note })), ...this.#fuse.search(text, { limit }).map(({ item }) => item)],
      limit,
    );
  }
}

function distinct(entries: readonly { readonly note: Note }[], limit: number): readonly Note[] {
  const notes = new Set<Note>();
  for (const { note } of entries) {
    if (notes.size === limit) break;
    notes.add(note);
  }
  return [...notes];
}
