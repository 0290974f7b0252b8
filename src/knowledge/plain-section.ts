import type { Block } from './rich-text.ts';

/** What could be more than words to Markdown, wherever it stands, and space that it may or may not count. */
const MARKUP = /[\\`*_[\]<>&|~#^@]|https?:|www\.|ftp:|\S {2}|[^\S\n ]| $/im;
/** How a line begins that can be nothing but a line of a paragraph. */
const PLAIN_LINE = /^(?:[\p{L}("'“]|\d+[^\d.)])/u;

/**
 * Reads a section that is nothing but a heading, paragraphs and lists of plain words, as most are, in a fraction of the
 * time that a Markdown parser takes.
 *
 * @param markdown from its `## ` on to the next one
 * @returns `undefined` as soon as there may be more to it than words
 */
export function readPlainSection(
  markdown: string,
): { readonly heading: string; readonly blocks: readonly Block[] } | undefined {
  const [, heading = '', body = ''] = /^## (.*)(?:\n([^]*))?$/.exec(markdown) ?? [];
  if (!PLAIN_LINE.test(heading) || MARKUP.test(heading) || MARKUP.test(body)) return undefined;
  const blocks: Block[] = [];
  for (const text of body.split(/\n{2,}/)) {
    const lines = text.split('\n').filter((line) => line !== '');
    if (lines.length === 0) continue;
    const block = lines[0]?.startsWith('- ') ? plainList(lines) : plainParagraph(lines);
    // Two lists in a row are one, with space between its items.
    if (!block || (block.type === 'list' && blocks.at(-1)?.type === 'list')) return undefined;
    blocks.push(block);
  }
  return { heading, blocks };
}

function plainParagraph(lines: readonly string[]): Block | undefined {
  if (!lines.every((line) => PLAIN_LINE.test(line))) return undefined;
  return { type: 'paragraph', children: [{ type: 'text', text: lines.join(' ') }] };
}

function plainList(lines: readonly string[]): Block | undefined {
  const items: string[] = [];
  for (const line of lines) {
    const text = line.slice(2);
    if (!PLAIN_LINE.test(text)) return undefined;
    if (line.startsWith('- ')) items.push(text);
    else if (line.startsWith('  ')) items.push(`${items.pop() ?? ''} ${text}`);
    else return undefined;
  }
  return { type: 'list', ordered: false, items: items.map((text) => [{ type: 'text', text }]) };
}
