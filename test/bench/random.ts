/** A source of numbers from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

/** The same numbers for the same seed, on every machine: mulberry32 (https://github.com/bryc/code, PRNGs). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the values. @throws {RangeError} when there is none */
export function pick<Value>(values: readonly Value[], random: Random): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('picked from an empty list, expected at least one value');
  return value;
}

/** A whole number whose mean is `mean`: 2.3 gives 2, or 3 in three of ten cases. */
export function roundByChance(mean: number, random: Random): number {
  return Math.floor(mean) + (random() < mean % 1 ? 1 : 0);
}
