import type { Chat, User } from 'telegraf/types';
import type { Asker, Place } from '../../../assistant/request.ts';
import { BotApiRefusal } from '../api/api-error.ts';
import type { BotApi } from '../api/bot-api.ts';

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

/** Where a place of {@link placeOf} is. */
export function originOfPlace(place: string): Origin {
  const [chatId = 0, threadId] = place.split('/').map(Number);
  return { chatId, ...(threadId !== undefined && { threadId }), isPrivate: isPerson(place) };
}

/** Whether an id is a person's, and so their private chat's: groups and channels have negative ones. */
export function isPerson(id: string): boolean {
  return !id.startsWith('-');
}

/**
 * The asker of a request; somebody who writes in a chat's name is that chat.
 *
 * @param writesAs the chat in whose name it was written
 */
export function askerOf(from: User, writesAs?: Chat): Asker {
  if (writesAs) return chatAsAsker(writesAs);
  const name = [from.first_name, from.last_name].filter((part) => part !== undefined && part !== '').join(' ');
  return { platform: 'telegram', id: `${from.id}`, name: name.slice(0, MAX_NAME) };
}

/** Somebody who writes or votes in a chat's name. */
export function chatAsAsker(chat: Chat): Asker {
  return { platform: 'telegram', id: `${chat.id}`, name: nameOfChat(chat) };
}

/** An asker in a group, who may be one of its administrators; Telegram is asked only when it matters. */
export function memberOf(asker: Asker, { chatId, isPrivate }: Origin, api: BotApi): Asker {
  if (isPrivate) return asker;
  return {
    ...asker,
    isModerator: async () => {
      // Anonymous administrators write in the group's own name; in the name of another chat, anybody may.
      if (!isPerson(asker.id)) return asker.id === `${chatId}`;
      try {
        const member = await api.call('getChatMember', { chat_id: chatId, user_id: Number(asker.id) });
        return member.status === 'creator' || member.status === 'administrator';
      } catch (error) {
        // Who left the group, or is hidden from a bot that is no administrator, has no say in it.
        if (error instanceof BotApiRefusal) return false;
        throw error;
      }
    },
  };
}

/** Longer names would push the points out of a ranking. */
const MAX_NAME = 40;

function nameOfChat(chat: Chat): string {
  return ('title' in chat ? chat.title : `Chat ${chat.id}`).slice(0, MAX_NAME);
}

/** The language that the person's app is set to, where Telegram tells it. */
export function localeOf({ language_code }: User): { readonly locale?: string } {
  return language_code === undefined ? {} : { locale: language_code };
}
