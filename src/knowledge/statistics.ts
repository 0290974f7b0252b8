import { KIND_NAMES, KINDS } from './kinds/index.ts';
import type { KnowledgeReading } from './load.ts';

/** How much there is of everything, one line a kind: notes, sections, sources, quiz items; then the tables. */
export function statistics({ notes, glossary, ports }: KnowledgeReading): readonly string[] {
  const rows = KIND_NAMES.map((kind) => {
    const own = notes.map(({ note }) => note).filter((note) => note.kind === kind);
    const total = (count: (note: (typeof own)[number]) => number) => own.reduce((sum, note) => sum + count(note), 0);
    return [
      KINDS[kind].plural,
      own.length,
      total((note) => note.passages.length),
      total((note) => note.sources.length),
      total((note) => note.quiz.length),
    ] as const;
  });
  return [
    line(['kind', 'notes', 'sections', 'sources', 'quiz items']),
    ...rows.map(line),
    line(['glossary', glossary.entries.length]),
    line(['ports', ports.entries.length]),
  ];
}

function line(cells: readonly (string | number)[]): string {
  return cells.map((cell, index) => (index === 0 ? String(cell).padEnd(22) : String(cell).padStart(10))).join('');
}
