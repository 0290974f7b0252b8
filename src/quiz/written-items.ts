import type { Note } from '../knowledge/note.ts';
import type { Item } from './item.ts';
import { itemId } from './item-id.ts';

/** The items that a note's author wrote. */
export function writtenItems(note: Note): readonly Item[] {
  return note.quiz.map(({ level, question, answer, wrong, why }) => ({
    id: itemId({ question, answer }),
    topic: note.kind,
    level,
    question,
    answer,
    wrong: wrong.map((text) => ({ text })),
    why,
    note: note.id,
  }));
}
