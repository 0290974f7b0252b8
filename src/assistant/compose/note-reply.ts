import { factsOf, type Note } from '../../knowledge/note.ts';
import { paragraph } from '../../knowledge/rich-text.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import type { Button, NoteReference, Reply } from '../reply.ts';

/** How a note is referred to in replies. */
export function referenceTo({ id, kind, title, aliases }: Note): NoteReference {
  return { id, kind, title, aliases };
}

/** The sources, links, caution and review day that every answer from a note carries. */
export function trailerOf(note: Note, maxSources: number) {
  return {
    ...(note.caution !== undefined && { caution: note.caution }),
    links: note.sources
      .slice(0, maxSources)
      .map(({ title, publisher, url }) => ({ title: `${publisher}: ${title}`, url })),
    reviewed: note.reviewed,
    notes: [referenceTo(note)],
  };
}

/** Buttons to the notes that a reader of this one wants next. */
export function relatedButtons(note: Note, knowledge: Knowledge, limit: number): readonly Button[] {
  return note.related.slice(0, limit).flatMap((id) => {
    const related = knowledge.notes.get(id);
    return related ? [{ label: related.title, action: { type: 'note', note: id }, role: 'related' } as const] : [];
  });
}

/** The whole note: all facts and sections. */
export function wholeNoteReply(note: Note, knowledge: Knowledge): Reply {
  return {
    kind: 'answer',
    title: note.title,
    body: [
      paragraph(note.summary),
      ...note.passages.flatMap(({ heading, blocks }) => [
        { type: 'heading', children: [{ type: 'text', text: heading }] } as const,
        ...blocks,
      ]),
    ],
    fields: factsOf(note).map(({ label, text }) => ({ name: label, value: text })),
    buttons: relatedButtons(note, knowledge, 5),
    audience: 'everyone',
    ...trailerOf(note, note.sources.length),
  };
}
