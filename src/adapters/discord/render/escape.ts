/**
 * Text as Discord markdown that shows exactly that text: nothing in it formats, links or mentions.
 *
 * @see https://support.discord.com/hc/en-us/articles/210298617
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[^\P{Cc}\n]/gu, ' ')
      .replace(/[\\*_~`|[\]<>]/g, '\\$&')
      .replace(/^(\s*)([-+#])/gm, '$1\\$2')
      .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
      // A backslash inside the scheme is not shown, and keeps Discord from making a link of an address in plain text.
      .replaceAll('://', ':\\/\\/')
      // No backslash takes the meaning of these two; a zero-width space does.
      .replace(/@(?=everyone|here)/gi, '@\u200B')
  );
}

/** Text on one line, as titles, labels, field names and list items need it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Text cut to at most `limit` UTF-16 units at a word border where there is one, with an ellipsis when it was cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // A surrogate pair is never torn: a high half at the end goes with its low half.
  const head = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  const border = head.search(/\s\S*$/);
  return `${(border > limit / 2 ? head.slice(0, border) : head).trimEnd()}…`;
}

/** Escaped text of at most `limit` UTF-16 units: what is too long is shortened before it is escaped. */
export function escapeWithin(text: string, limit: number): string {
  const escaped = escapeMarkdown(text);
  if (escaped.length <= limit) return escaped;
  // Escaping at most doubles a text, so half the room always does.
  const shortened = escapeMarkdown(shorten(text, limit));
  return shortened.length <= limit ? shortened : escapeMarkdown(shorten(text, Math.floor(limit / 2)));
}
