import { parseHtml, type FormattedText } from './html.ts';
import { badRequest } from './refusal.ts';

/** UTF-16 units of a text after its entities are parsed. */
const MAX_LENGTH = 4096;

/** The text of a message as Telegram takes it: parsed, cleaned, trimmed, 1 to 4096 units long. */
export function messageText(raw: string, parseMode: string | undefined): FormattedText {
  if (!raw.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');
  if (parseMode !== undefined && parseMode !== 'HTML')
    throw badRequest(`unsupported parse_mode in this server: ${parseMode}`);
  const { text, entities } = parseMode === 'HTML' ? parseHtml(raw) : { text: raw, entities: [] };
  const clean = withoutControls(text);
  const start = clean.length - clean.trimStart().length;
  const trimmed = clean.trim();
  // What Telegram counts as nothing: white space, marks of direction, characters of no width.
  if (/^[\p{Z}\p{C}\s]*$/u.test(trimmed)) throw badRequest('message text is empty');
  if (trimmed.length > MAX_LENGTH) throw badRequest('message is too long');
  return {
    text: trimmed,
    entities: entities
      .map((entity) => ({ ...entity, offset: Math.max(0, entity.offset - start) }))
      .map((entity) => ({ ...entity, length: Math.min(entity.length, trimmed.length - entity.offset) }))
      .filter(({ length }) => length > 0),
  };
}

/** Telegram replaces control characters but the line feed by spaces of the same length. */
function withoutControls(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, ' ');
}
