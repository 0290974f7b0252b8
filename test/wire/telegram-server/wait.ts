/** Longest time for which a test waits for something that should happen, in milliseconds. */
const DEADLINE_MS = 10_000;

/** Things that arrive and are taken one by one, in order, by whoever waits for them. */
export class Arrivals<T> {
  readonly #what: string;
  readonly #arrived: T[] = [];
  readonly #waiting: ((thing: T) => void)[] = [];

  /** @param what for the message of a wait that ends in vain */
  constructor(what: string) {
    this.#what = what;
  }

  /** How many have arrived and not been taken. */
  get size(): number {
    return this.#arrived.length;
  }

  add(thing: T): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(thing);
    else this.#arrived.push(thing);
  }

  /** Takes the next one. */
  async next(deadlineMs = DEADLINE_MS): Promise<T> {
    const ready = this.#arrived.shift();
    if (ready !== undefined) return ready;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(new Error(`waited ${deadlineMs} ms in vain for ${this.#what}`));
      }, deadlineMs);
      const take = (thing: T) => {
        clearTimeout(timer);
        resolve(thing);
      };
      this.#waiting.push(take);
    });
  }
}
