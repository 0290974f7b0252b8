/** Work that has been begun and not finished, so that stopping can wait for it. */
export class InFlight {
  readonly #work = new Set<Promise<void>>();

  /** Counts the work until it settles. The work handles its own errors. */
  track(work: Promise<void>): void {
    this.#work.add(work);
    void work.finally(() => this.#work.delete(work));
  }

  /** Resolves when all work that has been begun is over. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#work);
  }
}
