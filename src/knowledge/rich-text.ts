import { Marked, type Token, type Tokens } from 'marked';
import { readPlainSection } from './plain-section.ts';

/** A run of text within a block. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] };

/**
 * Rich text is a small tree that every platform can show. Whatever a platform cannot show (a table in Telegram) its
 * adapter renders as the nearest thing it can.
 */
export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'heading'; readonly children: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly type: 'table';
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly type: 'code'; readonly text: string };

/** Markdown that Otto cannot show everywhere: raw HTML, images, nested lists, deeper headings. */
export class UnsupportedMarkdown extends Error {
  override readonly name = 'UnsupportedMarkdown';
  /** Zero-based line within the parsed text. */
  readonly line: number;

  constructor(what: string, line: number) {
    super(`${what}, expected only paragraphs, lists, tables, code, links, strong and emphasis under "## " headings`);
    this.line = line;
  }
}

const marked = new Marked({ gfm: true });

/** A section of Markdown as its `## ` heading introduces it. */
export interface MarkdownSection {
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** Zero-based line of the heading within the parsed text. */
  readonly line: number;
}

/**
 * Reads Markdown made of `## ` sections.
 *
 * @throws {UnsupportedMarkdown} for anything that one of the platforms could not show.
 */
export function parseSections(markdown: string): readonly MarkdownSection[] {
  if (REACHES_OVER_HEADINGS.test(markdown)) return readMarkdown(markdown, 0);
  let line = 0;
  return markdown.split(/^(?=## )/m).flatMap((part) => {
    const plain = readPlainSection(part);
    const sections = plain ? [{ ...plain, line }] : readMarkdown(part, line);
    line += part.split('\n').length - 1;
    return sections;
  });
}

/** Fences, HTML and definitions of links: what a section means may depend on the ones before and after it. */
const REACHES_OVER_HEADINGS = /```|~~~|<|\]:/;

function readMarkdown(markdown: string, firstLine: number): readonly MarkdownSection[] {
  const sections: { heading: string; blocks: Block[]; line: number }[] = [];
  let line = firstLine;
  for (const token of marked.lexer(markdown)) {
    if (token.type === 'heading') {
      if (token['depth'] !== 2) throw new UnsupportedMarkdown(`a heading of level ${token['depth']}`, line);
      sections.push({ heading: plainText(inlines(token.tokens, line)), blocks: [], line });
    } else if (token.type !== 'space') {
      const section = sections.at(-1);
      if (!section) throw new UnsupportedMarkdown('text before the first heading', line);
      section.blocks.push(block(token, line));
    }
    line += token.raw.split('\n').length - 1;
  }
  return sections;
}

function block(token: Token, line: number): Block {
  switch (token.type) {
    case 'paragraph':
      return { type: 'paragraph', children: inlines(token.tokens, line) };
    case 'list': {
      const list = token as Tokens.List;
      return { type: 'list', ordered: list.ordered, items: list.items.map((item) => listItem(item, line)) };
    }
    case 'table': {
      const table = token as Tokens.Table;
      return {
        type: 'table',
        header: table.header.map((cell) => inlines(cell.tokens, line)),
        rows: table.rows.map((row) => row.map((cell) => inlines(cell.tokens, line))),
      };
    }
    case 'code':
      return { type: 'code', text: (token as Tokens.Code).text };
    default:
      throw new UnsupportedMarkdown(`a Markdown element of type "${token.type}"`, line);
  }
}

function listItem(item: Tokens.ListItem, line: number): readonly Inline[] {
  return item.tokens.flatMap((token) => {
    if (token.type === 'text') return inlines((token as Tokens.Text).tokens ?? [token], line);
    if (token.type === 'paragraph') return inlines(token.tokens, line);
    throw new UnsupportedMarkdown(`a list item that holds a "${token.type}"`, line);
  });
}

function inlines(tokens: readonly Token[] | undefined, line: number): readonly Inline[] {
  return (tokens ?? []).map((token): Inline => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return { type: 'text', text: unescapeEntities((token as Tokens.Text).text) };
      case 'strong':
        return { type: 'strong', children: inlines(token.tokens, line) };
      case 'em':
        return { type: 'emphasis', children: inlines(token.tokens, line) };
      case 'codespan':
        return { type: 'code', text: (token as Tokens.Codespan).text };
      case 'br':
        return { type: 'text', text: ' ' };
      case 'link': {
        const link = token as Tokens.Link;
        if (!link.href.startsWith('https://')) throw new UnsupportedMarkdown(`a link to ${link.href}`, line);
        return { type: 'link', url: link.href, children: inlines(link.tokens, line) };
      }
      default:
        throw new UnsupportedMarkdown(`inline Markdown of type "${token.type}"`, line);
    }
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescapeEntities(text: string): string {
  return text
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replaceAll('\n', ' ');
}

/** The text of inline runs without any markup. */
export function plainText(children: readonly Inline[]): string {
  return children
    .map((child) => (child.type === 'text' || child.type === 'code' ? child.text : plainText(child.children)))
    .join('');
}

/** The text of blocks without any markup, one line a paragraph, list item or table row. */
export function plainBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((each) => {
      switch (each.type) {
        case 'paragraph':
        case 'heading':
          return plainText(each.children);
        case 'list':
          return each.items.map(plainText).join('\n');
        case 'table':
          return [each.header, ...each.rows].map((row) => row.map(plainText).join(' ')).join('\n');
        case 'code':
          return each.text;
      }
    })
    .join('\n');
}

/** A paragraph of unmarked text. */
export function paragraph(text: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', text }] };
}
