import type { Chat, User } from 'telegraf/types';
import type { Asker, Place } from '../../../assistant/request.ts';

/** Where something was said: what the assistant needs to know of it, and what an answer needs to get there. */
export interface Origin {
  readonly chatId: number;
  /** The forum topic. */
  readonly threadId?: number;
  readonly isPrivate: boolean;
}

/** What {@link originOf} reads of a message. */
interface Located {
  readonly chat: Chat;
  readonly message_thread_id?: number;
  readonly is_topic_message?: boolean;
}

/**
 * Where a message was said. Only a topic's message is answered in its thread: a chain of replies in an ordinary
 * supergroup carries a thread id too, which sending refuses (https://core.telegram.org/bots/api#message).
 */
export function originOf({ chat, message_thread_id, is_topic_message }: Located): Origin {
  return {
    chatId: chat.id,
    ...(is_topic_message && message_thread_id !== undefined && { threadId: message_thread_id }),
    isPrivate: chat.type === 'private',
  };
}

/** The place of a request: a topic is a place of its own. */
export function placeOf({ chatId, threadId, isPrivate }: Origin): Place {
  return { id: threadId === undefined ? `${chatId}` : `${chatId}/${threadId}`, kind: isPrivate ? 'private' : 'group' };
}

/** The asker of a request; somebody who writes in a chat's name is that chat. */
export function askerOf(from: User, writesAs?: Chat): Asker {
  return { platform: 'telegram', id: `${writesAs?.id ?? from.id}` };
}

/** The language that the person's app is set to, where Telegram tells it. */
export function localeOf({ language_code }: User): { readonly locale?: string } {
  return language_code === undefined ? {} : { locale: language_code };
}
