import type { StyledText } from './styled-text.ts';

/**
 * Styled text in Telegram's HTML, every tag closed within its run, so that it is well-formed wherever the text was cut
 * (https://core.telegram.org/bots/api#html-style).
 */
export function toHtml(text: StyledText): string {
  return text
    .map(({ text: content, style }) => {
      let html = escapeHtml(content);
      if (style.preformatted) return `<pre>${html}</pre>`;
      if (style.code) return `<code>${html}</code>`;
      if (style.italic) html = `<i>${html}</i>`;
      if (style.bold) html = `<b>${html}</b>`;
      return style.url === undefined ? html : `<a href="${escapeHtml(style.url)}">${html}</a>`;
    })
    .join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that stands for itself between tags and within a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
