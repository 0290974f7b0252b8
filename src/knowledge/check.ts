import { copiedRuns } from './copied-runs.ts';
import type { Fault } from './fault.ts';
import type { KnowledgeReading } from './load.ts';
import { misspellings } from './misspellings.ts';
import { nameKey } from './name-key.ts';
import type { ParsedNote } from './parse-note.ts';

/**
 * Everything that can be wrong in a knowledge folder: the faults found while reading, then those that show only when
 * notes are seen side by side.
 *
 * @param today ISO day; no review and no incident may lie after it
 */
export function checkKnowledge(reading: KnowledgeReading, today: string): readonly Fault[] {
  const faults = [
    ...reading.faults,
    ...duplicateIds(reading.notes),
    ...duplicateNames(reading.notes),
    ...duplicateQuestions(reading.notes),
    ...deadLinks(reading),
    ...futureDates(reading.notes, today),
    ...islands(reading),
  ];
  return faults.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

/**
 * What is wrong with how the notes are written: copied sentences and misspelt words. It takes longer and stops nobody
 * from using the notes, so only `check` looks at it, not every start.
 */
export function checkWriting({ notes, words }: KnowledgeReading): readonly Fault[] {
  return [...copiedRuns(notes), ...misspellings(notes, words)];
}

function fault({ file, lineOf }: ParsedNote, path: readonly PropertyKey[], message: string): Fault {
  return { file, line: lineOf(path), message };
}

function duplicateIds(notes: readonly ParsedNote[]): readonly Fault[] {
  const seen = new Map<string, ParsedNote>();
  return notes.flatMap((parsed) => {
    const first = seen.get(parsed.note.id);
    seen.set(parsed.note.id, first ?? parsed);
    if (!first) return [];
    return [fault(parsed, [], `id "${parsed.note.id}" is taken by ${first.file}, expected a file name used only once`)];
  });
}

function duplicateNames(notes: readonly ParsedNote[]): readonly Fault[] {
  const claims = notes.flatMap((parsed) => [
    { parsed, name: parsed.note.title, path: ['title'] },
    ...parsed.note.aliases.map((name, index) => ({ parsed, name, path: ['aliases', index] })),
    ...parsed.note.aloneAliases.map((name, index) => ({ parsed, name, path: ['aloneAliases', index] })),
  ]);
  return duplicatesOf(
    claims,
    nameKey,
    (name, first) => `"${name}" already names ${first}, expected each title and alias to lead to one note`,
  );
}

function duplicateQuestions(notes: readonly ParsedNote[]): readonly Fault[] {
  const claims = notes.flatMap((parsed) =>
    parsed.note.asked.map((name, index) => ({ parsed, name, path: ['asked', index] })),
  );
  return duplicatesOf(
    claims,
    nameKey,
    (name, first) => `"${name}" is already answered by ${first}, expected each question in one note`,
  );
}

interface Claim {
  readonly parsed: ParsedNote;
  readonly name: string;
  readonly path: readonly PropertyKey[];
}

function duplicatesOf(
  claims: readonly Claim[],
  keyOf: (name: string) => string,
  describe: (name: string, firstFile: string) => string,
): readonly Fault[] {
  const seen = new Map<string, Claim>();
  return claims.flatMap((claim) => {
    const key = keyOf(claim.name);
    const first = seen.get(key);
    seen.set(key, first ?? claim);
    // Two spellings of one name in the same note are the author's to choose; they lead to the same place.
    const clash = first && (first.parsed !== claim.parsed || first.name === claim.name);
    return clash ? [fault(claim.parsed, claim.path, describe(claim.name, first.parsed.file))] : [];
  });
}

function noSuchNote(id: string): string {
  return `no note has the id "${id}", expected the file name of an existing note without .md`;
}

function deadLinks({ notes, glossary, ports }: KnowledgeReading): readonly Fault[] {
  const ids = new Set(notes.map(({ note }) => note.id));
  const dead = (id: string | undefined): id is string => id !== undefined && !ids.has(id);
  const self = 'a note links to itself, expected another note';
  return [
    ...notes.flatMap((parsed) => [
      ...parsed.note.related.flatMap((id, index) => {
        if (id === parsed.note.id) return [fault(parsed, ['related', index], self)];
        return dead(id) ? [fault(parsed, ['related', index], noSuchNote(id))] : [];
      }),
      ...Object.keys(parsed.note.verdicts)
        .filter(dead)
        .map((id) => fault(parsed, ['verdicts', id], noSuchNote(id))),
    ]),
    ...glossary.entries.flatMap(({ meanings }, index) =>
      meanings.flatMap(({ note }, meaning) =>
        dead(note)
          ? [
              {
                file: glossary.file,
                line: glossary.lineOf([index, 'meanings', meaning, 'note']),
                message: noSuchNote(note),
              },
            ]
          : [],
      ),
    ),
    ...ports.entries.flatMap(({ note }, index) =>
      dead(note) ? [{ file: ports.file, line: ports.lineOf([index, 'note']), message: noSuchNote(note) }] : [],
    ),
  ];
}

function futureDates(notes: readonly ParsedNote[], today: string): readonly Fault[] {
  return notes.flatMap((parsed) => {
    const { note } = parsed;
    const dates: readonly (readonly [path: readonly string[], date: string | undefined])[] = [
      [['reviewed'], note.reviewed],
      ...(note.kind === 'incident'
        ? ([
            [['facts', 'date'], note.facts.date],
            [['facts', 'discovered'], note.facts.discovered],
          ] as const)
        : []),
      ...(note.kind === 'malware' ? ([[['facts', 'firstSeen'], note.facts.firstSeen]] as const) : []),
    ];
    return dates.flatMap(([path, date]) =>
      date !== undefined && date > today
        ? [fault(parsed, path, `${path.join('.')}: ${date} lies in the future, expected a day up to ${today}`)]
        : [],
    );
  });
}

/** A note that no other note leads to can only be found by its name; the reader who is browsing never meets it. */
function islands({ notes }: KnowledgeReading): readonly Fault[] {
  const linked = new Set(notes.flatMap(({ note }) => note.related));
  return notes
    .filter(({ note }) => !linked.has(note.id))
    .map((parsed) =>
      fault(parsed, ['related'], `no other note names "${parsed.note.id}" as related, expected at least one`),
    );
}
