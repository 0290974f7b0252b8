import { isEnglish } from './english.ts';
import type { Fault } from './fault.ts';
import type { ParsedNote } from './parse-note.ts';
import type { Table } from './tables.ts';

/** British spellings as the American ones that the dictionary has. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/is(e|ed|es|er|ers|ing|ation|ations|ational)$/, 'iz$1'],
  [/ys(e|ed|es|er|ers|ing)$/, 'yz$1'],
  [/our(s|ed|ing|able|ite|ites|al|ally|ers|)$/, 'or$1'],
  [/ence(s|)$/, 'ense$1'],
  [/re(s|d|)$/, 'er$1'],
  [/ogue(s|d|)$/, 'og$1'],
  [/ll(ed|ing|er|ers)$/, 'l$1'],
  [/amme(s|)$/, 'am$1'],
];

/**
 * Words that neither the dictionary nor the field's own list (`words.yaml`) knows, each told once. Only words in small
 * letters are looked at: names and acronyms have spellings of their own.
 */
export function misspellings(notes: readonly ParsedNote[], fieldWords: Table<string>): readonly Fault[] {
  const known = new Set(fieldWords.entries);
  const told = new Set<string>();
  return notes.flatMap(({ note, file }) =>
    [note.summary, ...note.passages.map(({ text }) => text)].flatMap((text) =>
      (text.match(/(?<![\p{L}\p{N}_./'’-])[a-z]{4,}(?![\p{L}\p{N}_/'’-]|\.\w)/gu) ?? []).flatMap(
        (word): readonly Fault[] => {
          if (known.has(word) || told.has(word) || isEnglish(word) || isBritish(word)) return [];
          told.add(word);
          return [
            {
              file,
              line: 1,
              message: `"${word}" is no known word, expected another spelling or an entry in words.yaml`,
            },
          ];
        },
      ),
    ),
  );
}

function isBritish(word: string): boolean {
  return BRITISH.some(([pattern, american]) => pattern.test(word) && isEnglish(word.replace(pattern, american)));
}
