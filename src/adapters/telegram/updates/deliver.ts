import type { Reply } from '../../../assistant/reply.ts';
import { BotApiRefusal } from '../api/api-error.ts';
import type { Payload } from '../api/bot-api.ts';
import type { Log } from '../../../log.ts';
import { renderTelegram, type TelegramMessage } from '../render/render-telegram.ts';
import { answerTo, inChat, type Delivery } from './delivery.ts';
import { sendFiles } from './deliver-files.ts';
import { sendPoll } from './deliver-poll.ts';
import type { Origin } from './origin.ts';

/** The fields by which both sending and editing take a text. */
type TextFields = Pick<Payload<'sendMessage'>, 'text' | 'parse_mode' | 'link_preview_options'>;

/**
 * Sends a reply where it was asked for; in a group as an answer to the asker's message.
 *
 * @returns the id of the message that carries its buttons
 */
export async function sendReply(
  delivery: Delivery,
  origin: Origin,
  reply: Reply,
  answersMessageId?: number,
): Promise<number | undefined> {
  const poll = reply.poll && (await sendPoll(delivery, origin, reply.poll, answersMessageId));
  if (poll !== undefined) return poll;
  const sent = await sendMessages(delivery, origin, renderTelegram(reply), answersMessageId);
  await sendFiles(delivery, origin, reply);
  return sent;
}

/**
 * Sends messages in order.
 *
 * @returns the id of the last one
 */
export async function sendMessages(
  delivery: Delivery,
  origin: Origin,
  messages: readonly TelegramMessage[],
  answersMessageId?: number,
): Promise<number | undefined> {
  let last: number | undefined;
  for (const [index, message] of messages.entries()) {
    const { message_id } = await inChat(delivery, origin, (chat) =>
      withPlainFallback(delivery.log, message, (fields) =>
        delivery.api.call('sendMessage', {
          ...chat,
          ...fields,
          ...answerTo(origin, index === 0 ? answersMessageId : undefined),
          ...replyMarkup(message),
        }),
      ),
    );
    last = message_id;
  }
  return last;
}

/** A message that can be edited: one in a chat, or one that somebody sent through inline mode. */
export type EditTarget =
  { readonly chat_id: number; readonly message_id: number } | { readonly inline_message_id: string };

/** What came of an edit. */
export type EditOutcome = 'edited' | 'unchanged' | 'not-editable';

/** Puts a text and its buttons in the place of a message's. */
export async function editMessage(
  delivery: Delivery,
  target: EditTarget,
  message: TelegramMessage,
): Promise<EditOutcome> {
  try {
    await withPlainFallback(delivery.log, message, (fields) =>
      delivery.api.call('editMessageText', { ...target, ...fields, ...replyMarkup(message) }),
    );
    return 'edited';
  } catch (error) {
    if (!(error instanceof BotApiRefusal)) throw error;
    if (/message is not modified/i.test(error.description)) return 'unchanged';
    // A group that has become a supergroup took none of the bot's messages along.
    const isGone =
      /message (to edit not found|can't be edited)|no text in the message to edit|MESSAGE_ID_INVALID/i.test(
        error.description,
      );
    if (isGone || error.migrateToChatId !== undefined) return 'not-editable';
    throw error;
  }
}

/** A message's text with its markup, as the Bot API takes it. */
export function textFields({ html }: TelegramMessage): TextFields {
  return { text: html, parse_mode: 'HTML', link_preview_options: { is_disabled: true } };
}

/** The buttons as the Bot API takes them. */
export function replyMarkup({ keyboard }: TelegramMessage) {
  return keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) } };
}

/** An answer without its markup is better than none: if Telegram cannot parse the text, it is sent plain, once. */
async function withPlainFallback<T>(
  log: Log,
  message: TelegramMessage,
  call: (fields: TextFields) => Promise<T>,
): Promise<T> {
  try {
    return await call(textFields(message));
  } catch (error) {
    if (!(error instanceof BotApiRefusal) || !/can't parse entities/i.test(error.description)) throw error;
    log.error({ err: error }, 'Telegram could not parse a text; it is sent without markup');
    return call({ text: message.plain, link_preview_options: { is_disabled: true } });
  }
}
