import { badRequest } from './refusal.ts';

/** A stretch of text that looks different; offset and length in UTF-16 units. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
}

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

const ENTITY_OF_TAG: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
};

interface OpenTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly offset: number;
}

/**
 * Reads Telegram's HTML (https://core.telegram.org/bots/api#html-style) and refuses what Telegram refuses: a tag that it
 * doesn't know, tags that don't match, attributes that don't parse. Stricter in one thing: Telegram silently drops
 * entities inside code, here they are refused.
 */
export function parseHtml(html: string): FormattedText {
  const entities: Entity[] = [];
  const open: OpenTag[] = [];
  let text = '';
  let position = 0;
  while (position < html.length) {
    const sign = html.charAt(position);
    if (sign === '&') {
      const { character, end } = reference(html, position);
      text += character;
      position = end;
    } else if (sign !== '<') {
      text += sign;
      position++;
    } else if (html.charAt(position + 1) === '/') {
      position = closeTag(html, position, text, open, entities);
    } else {
      const { tag, end } = openTag(html, position, text.length);
      if (open.some(({ name }) => name === 'code' || (name === 'pre' && tag.name !== 'code'))) {
        throw unparsable(`Entities inside code, "${tag.name}"`, html, position);
      }
      open.push(tag);
      position = end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed)
    throw badRequest(`can't parse entities: Can't find end tag corresponding to start tag "${unclosed.name}"`);
  return { text, entities: entities.sort((one, other) => one.offset - other.offset || other.length - one.length) };
}

function openTag(html: string, start: number, offset: number): { readonly tag: OpenTag; readonly end: number } {
  const name = /^<([^\s>]*)/.exec(html.slice(start))?.[1]?.toLowerCase() ?? '';
  let position = start + 1 + name.length;
  if (position >= html.length) throw unparsable('Unclosed start tag', html, start);
  if (!(name in ENTITY_OF_TAG)) throw unparsable(`Unsupported start tag "${name}"`, html, start);
  const attributes = new Map<string, string>();
  for (;;) {
    position += /^\s*/.exec(html.slice(position))?.[0].length ?? 0;
    if (html.charAt(position) === '>') break;
    const attribute = /^([^\s=>/"']+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)(?=[\s>])))?/.exec(html.slice(position));
    if (position >= html.length) throw unparsable(`Unclosed start tag "${name}"`, html, start);
    if (!attribute) throw unparsable(`Empty attribute name in the tag "${name}"`, html, start);
    const [whole, key = '', double, single, bare] = attribute;
    attributes.set(key, unescape(double ?? single ?? bare ?? ''));
    position += whole.length;
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw unparsable('Tag "span" must have class "tg-spoiler"', html, start);
  }
  return { tag: { name, attributes, offset }, end: position + 1 };
}

function closeTag(html: string, start: number, text: string, open: OpenTag[], entities: Entity[]): number {
  const tag = open.pop();
  if (!tag) throw unparsable('Unexpected end tag', html, start);
  const closing = /^<\/([^\s>]*)\s*>/.exec(html.slice(start));
  if (!closing) throw unparsable('Unclosed end tag', html, start);
  const [whole, name = ''] = closing;
  if (name !== '' && name.toLowerCase() !== tag.name) {
    throw unparsable(`Unmatched end tag, expected "</${tag.name}>", found "</${name}>"`, html, start);
  }
  const length = text.length - tag.offset;
  if (length > 0) {
    const url = tag.name === 'a' ? (tag.attributes.get('href') ?? text.slice(tag.offset)) : undefined;
    entities.push({
      type: ENTITY_OF_TAG[tag.name] ?? tag.name,
      offset: tag.offset,
      length,
      ...(url !== undefined && { url }),
    });
  }
  return start + whole.length;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** A character reference; an ampersand that begins none stands for itself. */
function reference(html: string, start: number): { readonly character: string; readonly end: number } {
  const match = /^&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/i.exec(html.slice(start, start + 12));
  const [whole = '', hex, decimal, name = ''] = match ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const character = code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : NAMED[name];
  return character === undefined ? { character: '&', end: start + 1 } : { character, end: start + whole.length };
}

function unescape(value: string): string {
  let result = '';
  for (let position = 0; position < value.length;) {
    const { character, end } =
      value.charAt(position) === '&'
        ? reference(value, position)
        : { character: value.charAt(position), end: position + 1 };
    result += character;
    position = end;
  }
  return result;
}

function unparsable(what: string, html: string, position: number): Error {
  return badRequest(`can't parse entities: ${what} at byte offset ${Buffer.byteLength(html.slice(0, position))}`);
}
