import type { Knowledge } from '../knowledge/load.ts';
import { nameKey } from '../knowledge/name-key.ts';
import type { Note } from '../knowledge/note.ts';
import type { Item, WrongOption } from './item.ts';
import { itemId } from './item-id.ts';

/** The items that the notes' authors wrote. A wrong option that is a note's name is told what it really is. */
export function writtenItems({ notes }: Pick<Knowledge, 'notes'>): readonly Item[] {
  const noteByName = new Map<string, Note>();
  for (const note of notes.values()) {
    for (const name of [note.title, ...note.aliases]) noteByName.set(nameKey(name), note);
  }
  const wrongOption = (text: string): WrongOption => {
    const sentence = firstSentence(noteByName.get(nameKey(text))?.summary ?? '');
    // A note may bear a name among others without beginning with it: that says nothing to who chose it.
    return { text, ...(sentence.toLowerCase().includes(text.toLowerCase()) && { because: sentence }) };
  };
  return [...notes.values()].flatMap((note) =>
    note.quiz.map(({ level, question, answer, wrong, why }) => ({
      id: itemId({ question, answer }),
      topic: note.kind,
      level,
      question,
      answer,
      wrong: wrong.map(wrongOption),
      why,
      note: note.id,
    })),
  );
}

/** The first sentence; a full stop within an abbreviation or a number ends none. */
function firstSentence(text: string): string {
  return /^.*?[^.\s]{2}[.:](?=\s+[A-Z]|\s*$)/s.exec(text)?.[0].replace(/:$/, '.') ?? text;
}
