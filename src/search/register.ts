import { NumberList } from './number-list.ts';

/** A {@link Register} as plain data that can be kept in a file. */
export interface RegisterTable<Key> {
  readonly keys: readonly Key[];
  /** Where each key's numbers begin in `numbers`, and last where they end. */
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
}

const NOTHING = new Int32Array(0);

/** Looks up the numbers that are filed under a key. */
export class Register<Key> {
  readonly #places: ReadonlyMap<Key, number>;
  readonly #table: RegisterTable<Key>;

  constructor(table: RegisterTable<Key>) {
    this.#table = table;
    this.#places = new Map(table.keys.map((key, place) => [key, place]));
  }

  /** The numbers under the key, in the order in which they were filed. */
  numbersOf(key: Key): Int32Array {
    const place = this.#places.get(key);
    if (place === undefined) return NOTHING;
    return this.#table.numbers.subarray(this.#table.starts[place], this.#table.starts[place + 1]);
  }
}

/** Files numbers under keys. */
export class RegisterBuilder<Key> {
  readonly #places = new Map<Key, number>();
  readonly #filedUnder = new NumberList();
  readonly #filed = new NumberList();

  file(key: Key, number: number): void {
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(key, place);
    }
    this.#filedUnder.push(place);
    this.#filed.push(number);
  }

  build(): RegisterTable<Key> {
    const starts = startsOf(this.#filedUnder, this.#places.size);
    const next = starts.slice();
    const numbers = new Int32Array(this.#filed.length);
    for (let each = 0; each < numbers.length; each++) {
      const place = this.#filedUnder.at(each);
      const position = next[place] ?? 0;
      numbers[position] = this.#filed.at(each);
      next[place] = position + 1;
    }
    return { keys: [...this.#places.keys()], starts, numbers };
  }
}

/** Where the entries of each of so many groups begin when they are put side by side, and last where they end. */
export function startsOf(groups: NumberList, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let each = 0; each < groups.length; each++) {
    const after = groups.at(each) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let group = 0; group < count; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  return starts;
}
