import type { Fault } from './fault.ts';
import type { ParsedNote } from './parse-note.ts';

/** So many words in a row that stand in two notes were copied from one to the other, or both from a third text. */
const RUN_WORDS = 14;

/**
 * Finds sentences that were copied between notes: each note is to be written for its own topic. One fault for each two
 * notes, however much they share.
 */
export function copiedRuns(notes: readonly ParsedNote[]): readonly Fault[] {
  const seen = new Map<string, ParsedNote>();
  const told = new Set<string>();
  return notes.flatMap((parsed) =>
    runsOf(parsed).flatMap((run): readonly Fault[] => {
      const first = seen.get(run);
      if (!first) seen.set(run, parsed);
      if (!first || first === parsed) return [];
      const pair = `${first.file} ${parsed.file}`;
      if (told.has(pair)) return [];
      told.add(pair);
      return [
        {
          file: parsed.file,
          line: 1,
          message: `"${run} …" also stands in ${first.file}, expected sentences written for this note alone`,
        },
      ];
    }),
  );
}

/** Every run of words in the note's summary and passages, none across a line break. */
function runsOf({ note }: ParsedNote): readonly string[] {
  return [note.summary, ...note.passages.flatMap(({ text }) => text.split('\n'))].flatMap((text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return Array.from({ length: Math.max(0, words.length - RUN_WORDS + 1) }, (_, start) =>
      words.slice(start, start + RUN_WORDS).join(' '),
    );
  });
}
