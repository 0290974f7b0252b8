import type { Block, Field, Inline, Reply } from '../assistant/reply.ts';
import { checkedLine, splitBody } from './reply-parts.ts';
import { displayWidth, wrapText } from './wrap-text.ts';

/** How text is marked up and broken into lines. */
export interface TextStyle {
  /** Most columns in a line; `Infinity` leaves the breaking to whoever shows it. */
  readonly columns: number;
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly emphasis: (text: string) => string;
  readonly code: (text: string) => string;
  readonly label: (text: string) => string;
  readonly caution: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly right: (text: string) => string;
  readonly wrong: (text: string) => string;
}

const asItIs = (text: string): string => text;

/** No marks and no line breaks but those of the text itself. */
export const PLAIN: TextStyle = Object.freeze({
  columns: Infinity,
  title: asItIs,
  heading: asItIs,
  strong: asItIs,
  emphasis: asItIs,
  code: asItIs,
  label: asItIs,
  caution: asItIs,
  faint: asItIs,
  right: asItIs,
  wrong: asItIs,
});

/** Columns that the names of fields get at most; a longer name stands on a line of its own. */
const MAX_NAME_COLUMNS = 24;

/** Columns that a table gets at most where the medium sets no limit; a wider one is told row by row. */
const MAX_TABLE_COLUMNS = 100;

/** A reply as plain text with everything in it: answer, sources, and what its buttons offer. */
export function renderPlainText(reply: Reply): string {
  return joinParts(renderAnswer(reply, PLAIN), renderSources(reply, PLAIN), renderOffers(reply, PLAIN));
}

/** Joins the parts of a text by empty lines, leaving out parts that are empty. */
export function joinParts(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Title, answer, fields, caution and sections; of a picture, what it shows. */
export function renderAnswer({ title, body, fields, caution, picture }: Reply, style: TextStyle): string {
  const { lead, sections } = splitBody(body);
  return joinParts(
    title === undefined ? '' : wrapText(style.title(printable(title)), style.columns),
    renderBlocks(lead, style),
    renderFields(fields, style),
    caution === undefined ? '' : wrapText(`${style.caution('Caution:')} ${printable(caution)}`, style.columns),
    renderBlocks(sections, style),
    picture ? wrapText(`${style.label('Picture:')} ${printable(picture.description)}`, style.columns) : '',
  );
}

/** Blocks of rich text, an empty line between them. */
export function renderBlocks(blocks: readonly Block[], style: TextStyle): string {
  return joinParts(...blocks.map((block) => renderBlock(block, style)));
}

/** The sources, each with its address, and the day of the last check. */
export function renderSources(reply: Reply, style: TextStyle): string {
  const checked = checkedLine(reply);
  return [
    ...(reply.links.length > 0 ? [style.heading('Sources')] : []),
    ...reply.links.flatMap(({ title, url }) => [
      wrapText(`- ${printable(title)}`, style.columns, '  '),
      `  ${style.faint(printable(url))}`,
    ]),
    ...(checked === undefined ? [] : [style.faint(checked)]),
  ].join('\n');
}

/** What the buttons offer, where there are no buttons: choices as a list, related notes by name. */
export function renderOffers(reply: Reply, style: TextStyle): string {
  const related = reply.buttons.filter(({ role }) => role === 'related').map(({ label }) => printable(label));
  return joinParts(
    renderChoices(reply, style),
    related.length === 0 ? '' : wrapText(`${style.label('See also:')} ${related.join(', ')}`, style.columns, '  '),
  );
}

/** The choices that the reply asks the reader to make, as far as the answer itself does not list them. */
export function renderChoices(reply: Reply, style: TextStyle): string {
  const answer = renderAnswer(reply, PLAIN);
  return reply.buttons
    .filter(({ role, label }) => role === 'choice' && !answer.includes(printable(label)))
    .map(({ label }) => wrapText(`- ${printable(label)}`, style.columns, '  '))
    .join('\n');
}

/**
 * Text without control characters, which could steer a terminal, and without marks that turn the reading direction,
 * which could make an address look like another. Line breaks and tabs become spaces.
 */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');
}

function renderBlock(block: Block, style: TextStyle): string {
  switch (block.type) {
    case 'paragraph':
      return wrapText(renderInlines(block.children, style), style.columns);
    case 'heading':
      return wrapText(style.heading(renderInlines(block.children, style)), style.columns);
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${index + 1}. ` : '- ';
          return wrapText(mark + renderInlines(item, style), style.columns, ' '.repeat(mark.length));
        })
        .join('\n');
    case 'table': {
      const header = block.header.map((cell) => renderInlines(cell, style));
      const rows = block.rows.map((row) => row.map((cell) => renderInlines(cell, style)));
      return renderTable(header, rows, style);
    }
    case 'code':
      return block.text
        .split('\n')
        .map((line) => `    ${style.code(printable(line))}`)
        .join('\n');
  }
}

function renderInlines(children: readonly Inline[], style: TextStyle): string {
  return children
    .map((child) => {
      switch (child.type) {
        case 'text':
          return printable(child.text);
        case 'code':
          return style.code(printable(child.text));
        case 'strong':
        case 'emphasis':
          return style[child.type](renderInlines(child.children, style));
        case 'link': {
          const text = renderInlines(child.children, style);
          return text === child.url ? style.faint(text) : `${text} (${style.faint(printable(child.url))})`;
        }
      }
    })
    .join('');
}

function renderFields(fields: readonly Field[], style: TextStyle): string {
  const names = fields.map(({ name }) => printable(name));
  const column = Math.max(0, ...names.map(displayWidth).filter((width) => width <= MAX_NAME_COLUMNS)) + 2;
  return fields
    .map(({ value }, index) => {
      const name = names[index] ?? '';
      const gap = column - displayWidth(name);
      const lead = style.label(name) + (gap >= 2 ? ' '.repeat(gap) : `\n${' '.repeat(column)}`);
      return lead + wrapText(printable(value), style.columns - column).replaceAll('\n', `\n${' '.repeat(column)}`);
    })
    .join('\n');
}

function renderTable(header: readonly string[], rows: readonly (readonly string[])[], style: TextStyle): string {
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => displayWidth(row[column] ?? ''))),
  );
  const total = widths.reduce((sum, width) => sum + width, 2 * (widths.length - 1));
  if (total > Math.min(style.columns, MAX_TABLE_COLUMNS)) return renderRecords(header, rows, style);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell))))
      .join('  ')
      .trimEnd();
  return [line(header.map(style.label)), ...rows.map(line)].join('\n');
}

/** A table too wide for its medium: each row under its first cell, each further cell behind its column's name. */
function renderRecords(header: readonly string[], rows: readonly (readonly string[])[], style: TextStyle): string {
  return rows
    .map(([first = '', ...cells]) =>
      [
        wrapText(style.label(first), style.columns),
        ...cells.map((cell, index) => wrapText(`  ${header[index + 1] ?? ''}: ${cell}`, style.columns, '    ')),
      ].join('\n'),
    )
    .join('\n');
}
