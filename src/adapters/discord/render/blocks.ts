import type { Block } from '../../../assistant/reply.ts';
import { splitText } from '../../split-text.ts';
import { escapeMarkdown } from './escape.ts';
import { inlinesWithAddresses, renderInlines, renderLine } from './inline.ts';
import { alignedTable, tableAsLists } from './table.ts';

/** A stretch of markdown that stays in one piece, whatever page it lands on. */
export interface Piece {
  readonly markdown: string;
  /** Whether it goes on with the block of the piece before it. */
  readonly continues: boolean;
  /** Whether it makes no sense as the last of a page. */
  readonly leads: boolean;
}

/** Blocks as pieces of at most `limit` UTF-16 units each. */
export function renderBlocks(blocks: readonly Block[], limit: number): readonly Piece[] {
  return blocks.flatMap((block) =>
    renderBlock(block, limit)
      .filter((markdown) => markdown.trim() !== '')
      .map((markdown, index) => ({ markdown, continues: index > 0, leads: block.type === 'heading' })),
  );
}

function renderBlock(block: Block, limit: number): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return within(limit, renderInlines(block.children).trim(), () => inlinesWithAddresses(block.children));
    case 'heading':
      return within(limit, `### ${renderLine(block.children)}`, () => inlinesWithAddresses(block.children));
    case 'list':
      return block.items.flatMap((item, index) =>
        within(limit, `${block.ordered ? `${index + 1}.` : '-'} ${renderLine(item)}`, () => inlinesWithAddresses(item)),
      );
    case 'table': {
      const aligned = alignedTable(block);
      if (aligned !== undefined) return codeBlocks(aligned, limit);
      return tableAsLists(block).flatMap((each) => renderBlock(each, limit));
    }
    case 'code':
      return codeBlocks(block.text, limit);
  }
}

/**
 * The markdown when it fits. Otherwise its plain text, split: markup that opens on one page and closes on another would
 * show as signs, and a single paragraph longer than a page is rare enough to do without.
 */
function within(limit: number, markdown: string, plain: () => string): readonly string[] {
  if (markdown.length <= limit) return [markdown];
  return splitText(plain(), limit).flatMap((part) => {
    const escaped = escapeMarkdown(part);
    // Escaping at most doubles a text, so half the room always does.
    return escaped.length <= limit ? [escaped] : splitText(part, Math.floor(limit / 2)).map(escapeMarkdown);
  });
}

const FENCE = '```';

function codeBlocks(text: string, limit: number): readonly string[] {
  const shown = text.replaceAll(FENCE, 'ˋˋˋ');
  if (shown.trim() === '') return [];
  const room = limit - 2 * (FENCE.length + 1);
  return splitText(shown, room).map((part) => `${FENCE}\n${part}\n${FENCE}`);
}
