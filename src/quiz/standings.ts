/** A learner's place in a ranking. */
export interface Standing {
  readonly learner: string;
  readonly name: string;
  readonly points: number;
  readonly right: number;
  /** Counted from 1; those with equal points share a rank and the next ones are left out (1, 2, 2, 4). */
  readonly rank: number;
}

/** Ranks by points; who has the same points has the same rank, in the order of names. */
export function standings(scores: readonly Omit<Standing, 'rank'>[]): readonly Standing[] {
  const sorted = scores.toSorted((a, b) => b.points - a.points || a.name.localeCompare(b.name, 'en'));
  return sorted.map((score) => ({ ...score, rank: 1 + sorted.findIndex(({ points }) => points === score.points) }));
}
