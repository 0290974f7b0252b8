/** Somebody who learns. */
export interface Learner {
  /** `platform:id`: people are known by platform id alone. */
  readonly id: string;
  /** The name they have now, for standings. */
  readonly name: string;
}
