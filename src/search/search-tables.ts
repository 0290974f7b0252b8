import type { Knowledge } from '../knowledge/load.ts';
import { completionTableOf, type CompletionTable } from './completion.ts';
import { nameTableOf, type NameTable } from './name-index.ts';
import { noteTableOf, type NoteTable } from './note-index.ts';
import { offTopicTableOf, type OffTopicTable } from './off-topic.ts';
import { TermIndex } from './term-index.ts';

/** All that takes long to make of the notes before they can be searched, as plain data that can be kept in a file. */
export interface SearchTables {
  readonly notes: NoteTable;
  readonly names: NameTable;
  readonly offTopic: OffTopicTable;
  readonly completion: CompletionTable;
}

/** Indexes the notes. */
export function indexKnowledge(knowledge: Knowledge): SearchTables {
  const notes = noteTableOf(knowledge);
  return {
    notes,
    names: nameTableOf(knowledge),
    offTopic: offTopicTableOf(knowledge, new TermIndex(notes.terms), notes.askedCounts),
    completion: completionTableOf(knowledge),
  };
}
