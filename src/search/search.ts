import type { Note } from '../knowledge/note.ts';
import type { Knowledge } from '../knowledge/load.ts';
import { nameKey } from '../knowledge/name-key.ts';

/** Finds notes for questions. */
export interface Search {
  /** Notes whose names begin with, contain or resemble what has been typed so far. */
  readonly complete: (typed: string, limit: number) => readonly Note[];
  readonly ask: (question: string) => readonly Note[];
}

export function createSearch(knowledge: Knowledge): Search {
  const notes = [...knowledge.notes.values()];
  const complete = (typed: string, limit: number) =>
    notes
      .filter((note) => [note.title, ...note.aliases].some((name) => nameKey(name).startsWith(nameKey(typed))))
      .slice(0, limit);
  return {
    complete,
    ask: (question) =>
      notes.filter((note) =>
        [note.title, ...note.aliases].some((name) => nameKey(question).includes(nameKey(name))),
      ),
  };
}
