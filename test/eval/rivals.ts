import { DatabaseSync } from 'node:sqlite';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Document } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { factsOf, type Note } from '../../src/knowledge/note.ts';

/** What a user would pick instead of Otto, set up as its documentation recommends. */
export interface Rival {
  readonly name: string;
  /** Ids of the notes, best first, at most `limit`; none when it finds nothing. */
  readonly search: (question: string, limit: number) => readonly string[] | Promise<readonly string[]>;
}

/** A note as one flat document: every library sees the same text that Otto sees. */
export interface FlatNote {
  readonly id: string;
  readonly title: string;
  readonly aliases: string;
  readonly asked: string;
  readonly summary: string;
  readonly facts: string;
  readonly body: string;
}

const FIELDS = ['title', 'aliases', 'asked', 'summary', 'facts', 'body'] as const;

/** The texts of a note, flattened. */
export function flatten(note: Note): FlatNote {
  return {
    id: note.id,
    title: note.title,
    aliases: note.aliases.join('; '),
    asked: note.asked.join('; '),
    summary: note.summary,
    facts: factsOf(note)
      .map(({ text }) => text)
      .join('; '),
    body: note.passages.map(({ heading, text }) => `${heading}\n${text}`).join('\n'),
  };
}

/** Every rival, by name; each indexes the notes when it is made. */
export const RIVALS: Readonly<Record<string, (notes: readonly FlatNote[]) => Rival | Promise<Rival>>> = {
  'Fuse.js': fuseRival,
  MiniSearch: miniSearchRival,
  Orama: oramaRival,
  FlexSearch: flexSearchRival,
  'SQLite FTS5': sqliteRival,
};

/** https://www.fusejs.io/: defaults, all fields as keys. */
function fuseRival(notes: readonly FlatNote[]): Rival {
  const fuse = new Fuse(notes, { keys: [...FIELDS] });
  return {
    name: 'Fuse.js',
    search: (question, limit) => fuse.search(question, { limit }).map(({ item }) => item.id),
  };
}

/** https://lucaong.github.io/minisearch/: fuzzy and prefix search with a boost for titles, as its examples have it. */
function miniSearchRival(notes: readonly FlatNote[]): Rival {
  const index = new MiniSearch<FlatNote>({
    fields: [...FIELDS],
    searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: true },
  });
  index.addAll(notes);
  return {
    name: 'MiniSearch',
    search: (question, limit) =>
      index
        .search(question)
        .slice(0, limit)
        .map(({ id }) => String(id)),
  };
}

/** https://docs.orama.com/: full-text search with a boost for titles and a tolerance of one edit. */
async function oramaRival(notes: readonly FlatNote[]): Promise<Rival> {
  const database = create({
    schema: { title: 'string', aliases: 'string', asked: 'string', summary: 'string', facts: 'string', body: 'string' },
  });
  await insertMultiple(database, [...notes]);
  return {
    name: 'Orama',
    search: async (question, limit) => {
      const { hits } = await searchOrama(database, { term: question, boost: { title: 2 }, tolerance: 1, limit });
      return hits.map(({ document }) => String(document['id']));
    },
  };
}

/** https://github.com/nextapps-de/flexsearch: a document index with the forward tokenizer, results merged over fields. */
function flexSearchRival(notes: readonly FlatNote[]): Rival {
  const index = new Document({ document: { id: 'id', index: [...FIELDS] }, tokenize: 'forward' });
  for (const note of notes) index.add({ ...note });
  return {
    name: 'FlexSearch',
    search: (question, limit) =>
      index.search(question, { limit, suggest: true, merge: true }).map(({ id }) => String(id)),
  };
}

/** https://www.sqlite.org/fts5.html: porter stemming, bm25 ranking with a boost for titles, the words joined by OR. */
function sqliteRival(notes: readonly FlatNote[]): Rival {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE notes USING fts5(id UNINDEXED, ${FIELDS.join(', ')}, tokenize = 'porter')`);
  const insert = database.prepare(`INSERT INTO notes VALUES (?, ${FIELDS.map(() => '?').join(', ')})`);
  database.exec('BEGIN');
  for (const note of notes) insert.run(note.id, ...FIELDS.map((field) => note[field]));
  database.exec('COMMIT');
  const select = database.prepare('SELECT id FROM notes WHERE notes MATCH ? ORDER BY bm25(notes, 0, 2) LIMIT ?');
  return {
    name: 'SQLite FTS5',
    search: (question, limit) => {
      const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length === 0) return [];
      return select.all(words.map((word) => `"${word}"`).join(' OR '), limit).map((row) => String(row['id']));
    },
  };
}
