import { parseHtml, type Entity, type FormattedText } from './html.ts';
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
  return { text: trimmed, entities: entities.flatMap((entity) => within(entity, start, trimmed.length)) };
}

/** What is left of an entity when the text's beginning and end are trimmed. */
function within(entity: Entity, start: number, textLength: number): readonly Entity[] {
  const offset = Math.max(0, entity.offset - start);
  const end = Math.min(textLength, entity.offset + entity.length - start);
  return end > offset ? [{ ...entity, offset, length: end - offset }] : [];
}

/** Telegram replaces control characters but the line feed by spaces of the same length. */
function withoutControls(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, ' ');
}
