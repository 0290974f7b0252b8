import Fuse from 'fuse.js';
import { nameKey } from '../knowledge/name-key.ts';
import type { Knowledge } from '../knowledge/load.ts';
import type { Note } from '../knowledge/note.ts';
import { namesOf } from './name-index.ts';
import { Register, RegisterBuilder, type RegisterTable } from './register.ts';
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

/** What a {@link Completion} looks names up in, as plain data that can be kept in a file. */
export interface CompletionTable {
  readonly names: readonly {
    /** The number of the note it names. */
    readonly note: number;
    readonly name: string;
    readonly key: string;
  }[];
  /** Numbers of the names under the pairs of letters that they hold. */
  readonly byPair: RegisterTable<number>;
}

/** Files the names of the notes for {@link Completion}. */
export function completionTableOf({ notes }: Pick<Knowledge, 'notes'>): CompletionTable {
  const names = [...notes.values()].flatMap((note, number) =>
    namesOf(note).map((name) => ({ note: number, name, key: nameKey(name) })),
  );
  const byPair = new RegisterBuilder<number>();
  for (const [number, { key }] of names.entries()) for (const pair of pairsOf(key)) byPair.file(pair, number);
  return { names, byPair: byPair.build() };
}

/** Offers notes while somebody types: names that begin with the text, then those that contain it, then similar ones. */
export class Completion {
  readonly #entries: readonly Entry[];
  readonly #byPair: Register<number>;

  constructor(notes: readonly Note[], table: CompletionTable) {
    this.#entries = table.names.flatMap(({ note: number, name, key }) => {
      const note = notes[number];
      return note ? [{ note, name, key }] : [];
    });
    this.#byPair = new Register(table.byPair);
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
      for (const number of this.#byPair.numbersOf(pair)) shared.set(number, (shared.get(number) ?? 0) + 1);
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

/** Every two neighbouring letters as one number; each pair once. */
function pairsOf(key: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let index = 0; index < key.length - 1; index++) {
    pairs.add(key.charCodeAt(index) * 0x10000 + key.charCodeAt(index + 1));
  }
  return pairs;
}

function distinct(entries: readonly { readonly note: Note }[], limit: number): readonly Note[] {
  const notes = new Set<Note>();
  for (const { note } of entries) {
    if (notes.size === limit) break;
    notes.add(note);
  }
  return [...notes];
}
