import { plainText, type Block, type Inline } from '../../../assistant/reply.ts';
import { displayWidth } from '../../wrap-text.ts';
import { oneLine } from './escape.ts';

type Table = Extract<Block, { type: 'table' }>;

/** Widest table, in columns, that an embed shows on a phone without wrapping its lines. */
const ALIGNED_WIDTH = 42;

/** A table with aligned columns, for a code block; `undefined` when it is too wide to be read as one. */
export function alignedTable(table: Table): string | undefined {
  const rows = [table.header, ...table.rows].map((row) => row.map((cell) => oneLine(plainText(cell))));
  const widths = table.header.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  if (total > ALIGNED_WIDTH) return undefined;
  const [header = '', ...body] = rows.map((row) => alignedRow(row, widths));
  return [header, '─'.repeat(Math.max(total, 1)), ...body].join('\n');
}

function alignedRow(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell))))
    .join('  ')
    .trimEnd();
}

/** A table as one list a row, for tables too wide for columns: the first cell leads, the others follow with their headers. */
export function tableAsLists({ header, rows }: Table): readonly Block[] {
  return rows.flatMap(([first = [], ...rest]): readonly Block[] => [
    { type: 'paragraph', children: [{ type: 'strong', children: first }] },
    { type: 'list', ordered: false, items: rest.map((cell, index) => labelled(header[index + 1] ?? [], cell)) },
  ]);
}

function labelled(label: readonly Inline[], cell: readonly Inline[]): readonly Inline[] {
  return [{ type: 'emphasis', children: label }, { type: 'text', text: ': ' }, ...cell];
}
