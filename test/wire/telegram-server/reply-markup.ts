import { badRequest } from './refusal.ts';
import { checkFields, isObject } from './schema.ts';

/** A button under a message. */
export interface Button {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

const MAX_BUTTONS = 100;
const MAX_CALLBACK_BYTES = 64;

/** The buttons of a reply markup, row by row, refused as Telegram refuses them. */
export function inlineKeyboard(markup: unknown): readonly (readonly Button[])[] {
  if (markup === undefined) return [];
  if (!isObject(markup) || !Array.isArray(markup['inline_keyboard']))
    throw badRequest('object expected as reply markup');
  checkFields('InlineKeyboardMarkup', markup, { inline_keyboard: 'array' });
  const rows = markup['inline_keyboard'].map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest('field "inline_keyboard" must be an Array of Arrays');
    return row.map(button);
  });
  if (rows.flat().length > MAX_BUTTONS) throw badRequest('REPLY_MARKUP_TOO_LONG');
  return rows;
}

function button(value: unknown): Button {
  if (!isObject(value)) throw badRequest('InlineKeyboardButton must be an Object');
  checkFields('InlineKeyboardButton', value, { text: 'string', callback_data: 'string', url: 'string' });
  const { text, callback_data, url } = value;
  if (typeof text !== 'string' || text.trim() === '') throw badRequest('text buttons must be non-empty');
  if (!text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');
  if (typeof callback_data === 'string') {
    const bytes = Buffer.byteLength(callback_data);
    if (bytes < 1 || bytes > MAX_CALLBACK_BYTES) throw badRequest('BUTTON_DATA_INVALID');
    if (url !== undefined) throw badRequest('text buttons must have exactly one action');
    return { text, callback_data };
  }
  if (typeof url !== 'string') throw badRequest('text buttons are unallowed in the inline keyboard');
  if (!URL.canParse(url)) throw badRequest('BUTTON_URL_INVALID');
  return { text, url };
}
