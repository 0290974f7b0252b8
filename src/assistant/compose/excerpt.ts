import { plainText, type Block, type Inline } from '../../knowledge/rich-text.ts';
import { normalise, stem, STOP_WORDS } from '../../search/words.ts';

/** A text in sentences. Dots within numbers, abbreviations of one letter and names such as `IEC 62443-3-3` stay whole. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?]["”’)]?)\s+(?=["“(]?[A-Z0-9])/).filter((sentence) => sentence !== '');
}

/**
 * As many whole blocks as fit, the last one shortened at a sentence or item border.
 *
 * @param limit visible characters
 */
export function shortened(blocks: readonly Block[], limit: number): readonly Block[] {
  const kept: Block[] = [];
  let room = limit;
  for (const block of blocks) {
    const fitting = fit(block, room);
    if (!fitting) break;
    kept.push(fitting);
    room -= lengthOf(fitting);
    if (fitting !== block) break;
  }
  return kept;
}

/** Visible characters of a block. */
export function lengthOf(block: Block): number {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return plainText(block.children).length;
    case 'list':
      return block.items.reduce((sum, item) => sum + plainText(item).length + 2, 0);
    case 'table':
      return [block.header, ...block.rows].flat().reduce((sum, cell) => sum + plainText(cell).length + 3, 0);
    case 'code':
      return block.text.length;
  }
}

function fit(block: Block, room: number): Block | undefined {
  if (lengthOf(block) <= room) return block;
  if (block.type === 'list') {
    const items: (readonly Inline[])[] = [];
    let left = room;
    for (const item of block.items) {
      left -= plainText(item).length + 2;
      if (left < 0) break;
      items.push(item);
    }
    return items.length > 0 ? { ...block, items } : undefined;
  }
  if (block.type !== 'paragraph') return undefined;
  const sentences = sentencesOf(plainText(block.children));
  let text = '';
  for (const sentence of sentences) {
    if (text.length + sentence.length + 1 > room) break;
    text = text === '' ? sentence : `${text} ${sentence}`;
  }
  return text === '' ? undefined : { type: 'paragraph', children: [{ type: 'text', text }] };
}

/** The blocks from the sentence or item on that shares most with the question; all of them when none shares anything. */
export function fromBestSentence(blocks: readonly Block[], question: string): readonly Block[] {
  const wanted = new Set(contentStems(question));
  const shared = (text: string) => contentStems(text).filter((word) => wanted.has(word)).length;
  let best = { block: 0, part: 0, shared: 0 };
  blocks.forEach((block, index) => {
    partsOf(block).forEach((part, position) => {
      const count = shared(part);
      if (count > best.shared) best = { block: index, part: position, shared: count };
    });
  });
  if (best.shared === 0) return blocks;
  const [first, ...rest] = blocks.slice(best.block);
  return first ? [fromPart(first, best.part), ...rest] : blocks;
}

function partsOf(block: Block): readonly string[] {
  if (block.type === 'paragraph') return sentencesOf(plainText(block.children));
  return block.type === 'list' ? block.items.map(plainText) : [];
}

function fromPart(block: Block, part: number): Block {
  if (part === 0) return block;
  if (block.type === 'list') return { ...block, items: block.items.slice(part) };
  if (block.type !== 'paragraph') return block;
  const text = sentencesOf(plainText(block.children)).slice(part).join(' ');
  return { type: 'paragraph', children: [{ type: 'text', text }] };
}

function contentStems(text: string): readonly string[] {
  return [...new Set(normalise(text).split(' '))].filter((word) => !STOP_WORDS.has(word)).map(stem);
}
