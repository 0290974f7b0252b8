import type { KnowledgeReading } from './load.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The notes whose facts were last checked more than so many days ago, oldest first, one line each.
 *
 * @param today ISO day
 */
export function staleNotes({ notes }: KnowledgeReading, today: string, days: number): readonly string[] {
  return notes
    .map(({ file, note: { reviewed } }) => ({
      file,
      reviewed,
      age: (Date.parse(today) - Date.parse(reviewed)) / DAY_MS,
    }))
    .filter(({ age }) => age > days)
    .toSorted((a, b) => b.age - a.age || a.file.localeCompare(b.file))
    .map(({ file, reviewed, age }) => `${file}: checked ${reviewed}, ${age} days ago`);
}
