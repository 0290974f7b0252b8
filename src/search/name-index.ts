import type { Knowledge } from '../knowledge/load.ts';
import { nameKey } from '../knowledge/name-key.ts';
import type { Note } from '../knowledge/note.ts';
import { IT_WORD, LIGHT_WORDS, stem, STOP_WORDS, wordsOf } from './words.ts';

/** A note's name found in a question. */
export interface SpottedName {
  readonly note: string;
  /** The name as the note writes it. */
  readonly name: string;
  /** First word of the question that belongs to it, and the word after its last. */
  readonly start: number;
  readonly end: number;
}

/** The longest name in words. */
const MAX_NAME_WORDS = 8;
/** In a longer question a name of two letters is more likely a word or a place: "small pa water utility". */
const MAX_WORDS_WITH_SHORT_NAME = 5;

interface NamedNote {
  readonly note: string;
  readonly name: string;
}

/** What a {@link NameIndex} looks names up in, as plain data that can be kept in a file. */
export interface NameTable {
  readonly names: readonly NamedNote[];
  /** Numbers of the names by their keys. */
  readonly byKey: ReadonlyMap<string, number>;
  /** The same by their words in any order and form: `patching it ot` finds `Patching: IT vs OT`. */
  readonly byWords: ReadonlyMap<string, number>;
  /** Numbers of the names that count only when nothing else is said, by their keys. */
  readonly alone: ReadonlyMap<string, number>;
}

/** Every name of every note, and of the notes that the glossary's acronyms stand for. */
export function nameTableOf({ notes, glossary }: Pick<Knowledge, 'notes' | 'glossary'>): NameTable {
  const names: NamedNote[] = [];
  const byKey = new Map<string, number>();
  const byWords = new Map<string, number>();
  const alone = new Map<string, number>();
  const add = (name: string, note: string) => {
    const key = nameKey(name);
    if (key === '') return;
    const number = names.push({ note, name }) - 1;
    // The first claim holds: titles and aliases are unique among notes and are added before the glossary.
    if (!byKey.has(key)) byKey.set(key, number);
    const words = bagOf(wordsOf(name));
    if (words !== '' && !byWords.has(words)) byWords.set(words, number);
  };
  for (const note of notes.values()) for (const name of namesOf(note)) add(name, note.id);
  for (const { acronym, meanings } of glossary) {
    for (const { note, expansion } of meanings) {
      if (note === undefined) continue;
      add(expansion, note);
      // An acronym with several meanings names no single note.
      if (meanings.length === 1) add(acronym, note);
    }
  }
  for (const note of notes.values()) {
    for (const name of note.aloneAliases) alone.set(nameKey(name), names.push({ note: note.id, name }) - 1);
  }
  return { names, byKey, byWords, alone };
}

/** Exact look-up of notes by any of their names, however spaced, hyphenated or capitalised. */
export class NameIndex {
  readonly #table: NameTable;

  constructor(table: NameTable) {
    this.#table = table;
  }

  /** The note that a whole text names, in any order and form of its words. */
  whole(text: string): string | undefined {
    const { names, byKey, byWords, alone } = this.#table;
    const key = keyOf(text);
    return names[byKey.get(key) ?? alone.get(key) ?? byWords.get(bagOf(wordsOf(text))) ?? -1]?.note;
  }

  /** Every name in a question, longest first where they overlap, in the order in which they stand. */
  spot(words: readonly string[]): readonly SpottedName[] {
    const found: SpottedName[] = [];
    for (let start = 0; start < words.length;) {
      const name = this.#longestAt(words, start);
      if (name) found.push(name);
      start = name ? name.end : start + 1;
    }
    return found;
  }

  #longestAt(words: readonly string[], start: number): SpottedName | undefined {
    for (let end = Math.min(words.length, start + MAX_NAME_WORDS); end > start; end--) {
      const span = words.slice(start, end);
      const [first = ''] = span;
      const last = span.at(-1) ?? '';
      // "is it" must not be read as the acronyms IS and IT, nor "of modbus" as a longer name.
      if (span.length === 1 && first.length <= 2 && first !== 'ot' && words.length > MAX_WORDS_WITH_SHORT_NAME)
        return undefined;
      if (span.length === 1 ? STOP_WORDS.has(first) : span.every((word) => STOP_WORDS.has(word))) continue;
      const key = keyOf(span.join(' '));
      const entry =
        this.#byKey(key) ?? (last.length > 3 && last.endsWith('s') ? this.#byKey(key.slice(0, -1)) : undefined);
      if (entry && (span.length === 1 || !STOP_WORDS.has(last))) return { ...entry, start, end };
    }
    return undefined;
  }

  #byKey(key: string): NamedNote | undefined {
    return this.#table.names[this.#table.byKey.get(key) ?? -1];
  }
}

/** The key of normalised words: names were keyed as they are spelt, with IT as it is. */
function keyOf(text: string): string {
  return nameKey(text.replaceAll(IT_WORD, 'it'));
}

/** Every text that names a note: title, the title's parts around an acronym in brackets, aliases, ATT&CK ids. */
export function namesOf(note: Note): readonly string[] {
  const bracket = /^(.+?)\s*\((?=[^)]*[A-Z\d])([^\s)]+)\)$/.exec(note.title);
  return [
    note.title,
    ...(bracket ? [bracket[1] ?? '', bracket[2] ?? ''] : []),
    ...note.aliases,
    ...(note.kind === 'attack' ? [...(note.facts.attackId ? [note.facts.attackId] : []), ...note.facts.formerIds] : []),
    ...(note.kind === 'protocol' && note.facts.ethertype
      ? [note.facts.ethertype, `EtherType ${note.facts.ethertype.slice(2)}`]
      : []),
    ...((note.kind === 'malware' || note.kind === 'actor') && note.facts.attackId ? [note.facts.attackId] : []),
  ];
}

function bagOf(words: readonly string[]): string {
  return words
    .filter((word) => !STOP_WORDS.has(word) && !LIGHT_WORDS.has(stem(word)))
    .map(stem)
    .toSorted()
    .join(' ');
}
