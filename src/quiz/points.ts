/** Points for a right answer, however slow. */
export const POINTS_RIGHT = 10;

/** Points that speed can add. */
export const POINTS_SPEED = 5;

/**
 * Points for an answer in a group's round: being right counts most, speed a little.
 *
 * @param ms time taken
 * @param limitMs time allowed
 */
export function pointsFor(isRight: boolean, ms: number, limitMs: number): number {
  if (!isRight) return 0;
  const left = Math.max(0, Math.min(1, 1 - ms / limitMs));
  return POINTS_RIGHT + Math.round(POINTS_SPEED * left);
}
