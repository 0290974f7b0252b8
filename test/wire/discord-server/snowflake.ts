/** Discord counts from the first second of 2015. */
const EPOCH = 1_420_070_400_000n;

/**
 * Makes ids that hold their time, each different from all before.
 *
 * @see https://docs.discord.com/developers/reference#snowflakes
 */
export class Snowflakes {
  #count = 0n;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** An id of something made `age` milliseconds ago. */
  next(age = 0): string {
    this.#count += 1n;
    return String(((BigInt(this.#now() - age) - EPOCH) << 22n) | (this.#count & 0x3f_ffffn));
  }
}

/** The time in milliseconds since 1970 that an id holds. */
export function timeOf(snowflake: string): number {
  return Number((BigInt(snowflake) >> 22n) + EPOCH);
}
