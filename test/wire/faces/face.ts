/** An answer as a person sees it on one of Otto's faces, freed of the platform's way of marking text up. */
export interface Shown {
  /** Title, answer, facts and caution; paragraphs stand apart by an empty line. */
  readonly text: string;
  /** Addresses of the sources, in their order. */
  readonly sources: readonly string[];
}

/** One face of a running Otto, from the side of one person in one conversation. */
export interface Face {
  readonly name: string;
  /** Asks, and waits for the answer. */
  readonly ask: (question: string) => Promise<Shown>;
  readonly close: () => Promise<void>;
}

/** What needs no closing: whoever started the server stops it. */
export const nothingToClose = async (): Promise<void> => undefined;
