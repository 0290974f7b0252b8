import type { Account, CallbackAnswer, ChatState, InlineAnswer, InlineMessage, SentMessage } from './model.ts';
import { Arrivals } from './wait.ts';

/** Everything that the server knows: accounts, chats, messages, open queries, the menu. */
export class World {
  readonly bot: Account;
  readonly people = new Map<number, Account>();
  readonly chats = new Map<number, ChatState>();
  readonly messages = new Map<string, SentMessage>();
  /** The messages with polls, by the ids of the polls. */
  readonly polls = new Map<string, SentMessage>();
  readonly inlineMessages = new Map<string, InlineMessage>();
  /** Presses of buttons that may still be answered. */
  readonly callbackQueries = new Map<string, Arrivals<CallbackAnswer>>();
  /** Inline queries that may still be answered. */
  readonly inlineQueries = new Map<string, Arrivals<InlineAnswer>>();
  menu: readonly { readonly command: string; readonly description: string }[] = [];
  /** Privacy mode: in groups the bot gets only commands and replies to it. */
  privacyMode = true;
  #nextId = 1;

  constructor(bot: Account) {
    this.bot = bot;
  }

  /** A new id of any sort. */
  newId(): number {
    return this.#nextId++;
  }

  addChat(chat: Omit<ChatState, 'answers' | 'topics' | 'messageIds' | 'administrators'>): ChatState {
    const answers = new Arrivals<SentMessage>(`a message of the bot in ${chat.title ?? 'a chat'}`);
    const state: ChatState = { ...chat, topics: new Set(), messageIds: new Set(), administrators: new Set(), answers };
    this.chats.set(chat.id, state);
    return state;
  }

  message(chatId: number, messageId: number): SentMessage | undefined {
    return this.messages.get(`${chatId}/${messageId}`);
  }

  /** Keeps a message of the bot and lets whoever waits in its chat see it. */
  addMessage(message: SentMessage): void {
    this.messages.set(`${message.chatId}/${message.messageId}`, message);
    this.chats.get(message.chatId)?.answers.add(message);
  }
}
