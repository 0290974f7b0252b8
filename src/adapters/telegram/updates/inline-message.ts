import type { Reply } from '../../../assistant/reply.ts';
import { renderSingle, type TelegramMessage } from '../render/render-telegram.ts';
import { READ_ON } from '../wording.ts';
import { noteLink } from './note-link.ts';

/**
 * A reply as a message of inline mode, which is always one: when something had to be left out, a button opens the note
 * in a chat with the bot.
 */
export function inlineMessage(reply: Reply, botUsername: string): TelegramMessage {
  const { message, shortened } = renderSingle(reply);
  const [note] = reply.notes;
  if (!shortened || !note) return message;
  const url = noteLink(botUsername, note.id);
  return { ...message, keyboard: [[{ text: READ_ON, url }], ...message.keyboard] };
}
