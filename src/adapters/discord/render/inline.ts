import type { Inline } from '../../../assistant/reply.ts';
import { escapeMarkdown, oneLine } from './escape.ts';

interface Style {
  readonly strong: boolean;
  readonly emphasis: boolean;
}

const PLAIN: Style = { strong: false, emphasis: false };

/** Inline runs as Discord markdown. */
export function renderInlines(children: readonly Inline[], style: Style = PLAIN): string {
  return mergeTexts(children)
    .map((child) => renderInline(child, style))
    .reduce(joinRuns, '');
}

/** Inline runs as Discord markdown on one line. */
export function renderLine(children: readonly Inline[]): string {
  return oneLine(renderInlines(children));
}

/** Inline runs without markup, links as "text (address)". */
export function inlinesWithAddresses(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (child.type === 'text' || child.type === 'code') return child.text;
      const text = inlinesWithAddresses(child.children);
      return child.type === 'link' ? `${text} (${child.url})` : text;
    })
    .join('');
}

function renderInline(child: Inline, style: Style): string {
  switch (child.type) {
    case 'text':
      return escapeMarkdown(child.text);
    case 'code':
      return inlineCode(child.text);
    case 'strong':
      return style.strong
        ? renderInlines(child.children, style)
        : wrap('**', renderInlines(child.children, { ...style, strong: true }));
    case 'emphasis':
      return style.emphasis
        ? renderInlines(child.children, style)
        : wrap('*', renderInlines(child.children, { ...style, emphasis: true }));
    case 'link':
      return maskedLink(renderInlines(child.children, style), child.url);
  }
}

/** A link shown as its text. */
export function maskedLink(markdown: string, url: string): string {
  const text = oneLine(markdown);
  const address = linkAddress(url);
  return text === '' ? `<${address}>` : `[${text}](${address})`;
}

/** An address without the signs that would end a link early. */
function linkAddress(url: string): string {
  return url.replace(/[\s()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
}

function inlineCode(text: string): string {
  // Code has no escapes: a backtick inside would end it, so it is shown as the modifier letter that looks like one.
  const shown = oneLine(text).replaceAll('`', 'ˋ');
  return shown === '' ? '' : `\`${shown}\``;
}

/** Markup must touch its text, so outer white space stays outside. */
function wrap(mark: string, inner: string): string {
  const text = inner.trim();
  return text === '' ? inner : inner.replace(text, () => mark + text + mark);
}

/** Neighbouring texts as one: only together do they show that they form a mention or an address. */
function mergeTexts(children: readonly Inline[]): readonly Inline[] {
  const merged: Inline[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (last?.type === 'text' && child.type === 'text')
      merged.splice(-1, 1, { type: 'text', text: last.text + child.text });
    else merged.push(child);
  }
  return merged;
}

/** Runs one after the other, with a zero-width space where the marks of two would read as one. */
function joinRuns(before: string, after: string): string {
  const touching = /[*`]$/.test(before) && /^[*`]/.test(after);
  return touching ? `${before}\u200B${after}` : before + after;
}
