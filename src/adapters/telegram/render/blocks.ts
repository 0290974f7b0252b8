import type { Block, Inline } from '../../../assistant/reply.ts';
import { join, run, type Run, type Style, type StyledText } from './styled-text.ts';

/** A block of rich text as Telegram can show it: it has no headings and no tables. */
export function blockText(block: Block): StyledText {
  switch (block.type) {
    case 'paragraph':
      return inlineText(block.children);
    case 'heading':
      return inlineText(block.children, { bold: true });
    case 'code':
      return [run(block.text, { preformatted: true })];
    case 'list':
      return join(
        block.items.map((item, index) => [run(block.ordered ? `${index + 1}. ` : '• '), ...inlineText(item)]),
        '\n',
      );
    case 'table':
      return join(
        block.rows.map((row) => recordText(block.header, row)),
        '\n\n',
      );
  }
}

/** A table's row, which would not fit a phone's width, as a bold first cell and one line for each of the others. */
function recordText(header: readonly (readonly Inline[])[], row: readonly (readonly Inline[])[]): StyledText {
  return join(
    row.map((cell, column) => {
      if (column === 0) return inlineText(cell, { bold: true });
      const name = inlineText(header[column] ?? []);
      return name.length > 0 ? [...name, run(': '), ...inlineText(cell)] : inlineText(cell);
    }),
    '\n',
  );
}

function inlineText(children: readonly Inline[], style: Style = {}): readonly Run[] {
  return children.flatMap((child) => {
    switch (child.type) {
      case 'text':
        return [run(child.text, style)];
      case 'code':
        // Telegram shows code or a link, not both, and the link is worth more.
        return [run(child.text, style.url === undefined ? { code: true } : style)];
      case 'strong':
        return inlineText(child.children, { ...style, bold: true });
      case 'emphasis':
        return inlineText(child.children, { ...style, italic: true });
      case 'link':
        return inlineText(child.children, { ...style, url: child.url });
    }
  });
}
