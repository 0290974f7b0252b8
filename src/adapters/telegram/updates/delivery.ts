import type { UserFromGetMe } from 'telegraf/types';
import type { Assistant } from '../../../assistant/assistant.ts';
import type { Log } from '../../../log.ts';
import { BotApiRefusal } from '../api/api-error.ts';
import type { BotApi } from '../api/bot-api.ts';
import type { Origin } from './origin.ts';

/** What delivering works with. */
export interface Delivery {
  readonly api: BotApi;
  readonly assistant: Pick<Assistant, 'polls' | 'movePlace'>;
  /** Who the bot is on Telegram; links lead to it. */
  readonly bot: Pick<UserFromGetMe, 'username'>;
  readonly log: Log;
}

/** The fields by which everything that is sent says where to. */
export interface ChatFields {
  readonly chat_id: number;
  readonly message_thread_id?: number;
}

/** A message of the chat that is answered, if it is still there. */
export interface AnswerFields {
  readonly reply_parameters?: { readonly message_id: number; readonly allow_sending_without_reply: true };
}

/** Sends something to a chat; when the group has become a supergroup, it goes there, as all that comes after. */
export async function inChat<T>(
  { assistant }: Pick<Delivery, 'assistant'>,
  { chatId, threadId }: Origin,
  send: (chat: ChatFields) => Promise<T>,
): Promise<T> {
  const thread = threadId === undefined ? {} : { message_thread_id: threadId };
  try {
    return await send({ chat_id: chatId, ...thread });
  } catch (error) {
    if (!(error instanceof BotApiRefusal) || error.migrateToChatId === undefined) throw error;
    await moveGroup(assistant, chatId, error.migrateToChatId);
    return send({ chat_id: error.migrateToChatId, ...thread });
  }
}

/** Says that a group has become a supergroup, which has another id and no topics yet. */
export function moveGroup(assistant: Pick<Assistant, 'movePlace'>, from: number, to: number): Promise<void> {
  return assistant.movePlace('telegram', `${from}`, `${to}`);
}

/** An answer to a message; only in a group does it need to be said which. */
export function answerTo({ isPrivate }: Origin, messageId: number | undefined): AnswerFields {
  return isPrivate || messageId === undefined
    ? {}
    : { reply_parameters: { message_id: messageId, allow_sending_without_reply: true } };
}
