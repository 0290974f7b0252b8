import type { Request } from './request.ts';

/** What is remembered of one person's thread in one place. */
export interface Turn {
  /** The last question as it was asked. */
  readonly question: string;
  /** Ids of the notes it could have meant, best first; the first was shown. */
  readonly notes: readonly string[];
}

/** How long a thread is remembered after its last question, in milliseconds. */
export const MEMORY_MS = 15 * 60 * 1000;

/** How many threads are remembered at once; the longest untouched is forgotten first. */
const MAX_THREADS = 20_000;

/**
 * The threads people are in, so that "and its port?" is understood. A thread belongs to one person in one place: in a
 * group, one person's thread never answers another's question. Held in memory only, never stored.
 */
export class Conversations {
  readonly #turns = new Map<string, { readonly turn: Turn; readonly at: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The thread's last turn, unless it has been forgotten. */
  recall(request: Request): Turn | undefined {
    const key = threadOf(request);
    const entry = this.#turns.get(key);
    if (!entry) return undefined;
    if (this.#now() - entry.at <= MEMORY_MS) return entry.turn;
    this.#turns.delete(key);
    return undefined;
  }

  /** Remembers a turn as the thread's last. */
  remember(request: Request, turn: Turn): void {
    const key = threadOf(request);
    this.#turns.delete(key);
    this.#turns.set(key, { turn, at: this.#now() });
    if (this.#turns.size <= MAX_THREADS) return;
    // A Map keeps insertion order, so its first key is the longest untouched thread.
    const [oldest] = this.#turns.keys();
    if (oldest !== undefined) this.#turns.delete(oldest);
  }
}

function threadOf({ asker, place }: Request): string {
  return JSON.stringify([asker.platform, place.id, asker.id]);
}
