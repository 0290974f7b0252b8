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
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, columns - displayWidth(indent)))
    .join(`\n${indent}`);
}

function wrapLine(line: string, columns: number): readonly string[] {
  if (columns === Infinity) return [line];
  const lines: string[] = [];
  let current = '';
  let width = 0;
  for (const word of line.split(' ')) {
    const wordWidth = displayWidth(word);
    if (current !== '' && width + 1 + wordWidth > columns) {
      lines.push(current);
      current = word;
      width = wordWidth;
    } else {
      width += wordWidth + (current === '' ? 0 : 1);
      current += (current === '' ? '' : ' ') + word;
    }
  }
  return [...lines, current];
}
