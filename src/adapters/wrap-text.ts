import { stripVTControlCharacters } from 'node:util';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Signs that a terminal draws two columns wide, as far as Unicode properties tell them. */
const WIDE = /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** How many terminal columns a text takes; colour codes take none. */
export function displayWidth(text: string): number {
  return [...graphemes.segment(stripVTControlCharacters(text))].reduce(
    (width, { segment }) => width + (WIDE.test(segment) ? 2 : 1),
    0,
  );
}

/**
 * Breaks each line of a text at spaces so that it fits into the columns. A word that is longer than a line, such as an
 * address, stays whole, because a broken one can't be copied.
 *
 * @param indent stands before every line but the first
 */
export function wrapText(text: string, columns: number, indent = ''): string {
  if (columns === Infinity) return text.replaceAll('\n', `\n${indent}`);
  return text
    .split('\n')
    .flatMap((line, index) => wrapLine(index === 0 ? line : indent + line, columns, indent))
    .join('\n');
}

function wrapLine(line: string, columns: number, indent: string): readonly string[] {
  const lines: string[] = [];
  const [first = '', ...words] = line.split(' ');
  let current = first;
  for (const word of words) {
    // Empty words are runs of spaces: an indent stays, and a line may begin only with a word.
    if (current.trim() !== '' && displayWidth(current) + 1 + displayWidth(word) > columns) {
      lines.push(current);
      current = indent + word;
    } else {
      current += ` ${word}`;
    }
  }
  return [...lines, current];
}
