import type { Assistant } from '../../../assistant/assistant.ts';
import type { Log } from '../../../log.ts';
import { BotApiRefusal } from '../api/api-error.ts';
import type { BotApi } from '../api/bot-api.ts';
import type { Origin } from './origin.ts';

/** What delivering works with. */
export interface Delivery {
  readonly api: BotApi;
  readonly assistant: Pick<Assistant, 'polls'>;
  readonly log: Log;
}

/** The fields by which everything that is sent says where to. */
export interface ChatFields {
  readonly chat_id: number;
  readonly message_thread_id?: number;
}

/** Sends something to a chat; when the group has become a supergroup, it goes there. */
export async function inChat<T>({ chatId, threadId }: Origin, send: (chat: ChatFields) => Promise<T>): Promise<T> {
  const thread = threadId === undefined ? {} : { message_thread_id: threadId };
  try {
    return await send({ chat_id: chatId, ...thread });
  } catch (error) {
    if (!(error instanceof BotApiRefusal) || error.migrateToChatId === undefined) throw error;
    return send({ chat_id: error.migrateToChatId, ...thread });
  }
}
