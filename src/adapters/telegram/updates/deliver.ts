import type { Reply } from '../../../assistant/reply.ts';
import { BotApiRefusal } from '../api/api-error.ts';
import type { BotApi, Payload } from '../api/bot-api.ts';
import type { Log } from '../../../log.ts';
import { renderTelegram, type TelegramMessage } from '../render/render-telegram.ts';
import type { Origin } from './origin.ts';

/** What delivering works with. */
export interface Delivery {
  readonly api: BotApi;
  readonly log: Log;
}

/** The fields by which both sending and editing take a text. */
type TextFields = Pick<Payload<'sendMessage'>, 'text' | 'parse_mode' | 'link_preview_options'>;

/** Sends a reply where it was asked for; in a group as an answer to the asker's message. */
export async function sendReply(
  delivery: Delivery,
  origin: Origin,
  reply: Reply,
  answersMessageId?: number,
): Promise<void> {
  await sendMessages(delivery, origin, renderTelegram(reply), answersMessageId);
}

/** Sends messages in order; when the group has become a supergroup, they go there. */
export async function sendMessages(
  delivery: Delivery,
  origin: Origin,
  messages: readonly TelegramMessage[],
  answersMessageId?: number,
): Promise<void> {
  let chatId = origin.chatId;
  for (const [index, message] of messages.entries()) {
    const answers = index === 0 && !origin.isPrivate ? answersMessageId : undefined;
    const send = (chat_id: number) =>
      withPlainFallback(delivery.log, message, (fields) =>
        delivery.api.call('sendMessage', {
          chat_id,
          ...fields,
          ...(origin.threadId !== undefined && { message_thread_id: origin.threadId }),
          ...(answers !== undefined && {
            reply_parameters: { message_id: answers, allow_sending_without_reply: true },
          }),
          ...replyMarkup(message),
        }),
      );
    try {
      await send(chatId);
    } catch (error) {
      if (!(error instanceof BotApiRefusal) || error.migrateToChatId === undefined) throw error;
      chatId = error.migrateToChatId;
      await send(chatId);
    }
  }
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
    const isGone = /message (to edit not found|can't be edited)|MESSAGE_ID_INVALID/i.test(error.description);
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
async function withPlainFallback(
  log: Log,
  message: TelegramMessage,
  call: (fields: TextFields) => Promise<unknown>,
): Promise<void> {
  try {
    await call(textFields(message));
  } catch (error) {
    if (!(error instanceof BotApiRefusal) || !/can't parse entities/i.test(error.description)) throw error;
    log.error({ err: error }, 'Telegram could not parse a text; it is sent without markup');
    await call({ text: message.plain, link_preview_options: { is_disabled: true } });
  }
}
