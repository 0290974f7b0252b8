import { asTelegram } from './methods/messages.ts';
import type {
  Account,
  CallbackAnswer,
  ChatState,
  InlineAnswer,
  InlineMessage,
  InlineResult,
  SentMessage,
} from './model.ts';
import type { Update, UpdateFeed } from './update-feed.ts';
import { Arrivals } from './wait.ts';
import type { World } from './world.ts';

/** How a message is written, besides its text. */
export interface SayOptions {
  /** A message of the bot that it replies to. */
  readonly replyTo?: SentMessage;
  /** A message of another person that it replies to. */
  readonly quoting?: { readonly by: Account; readonly text: string };
  /** The forum topic. */
  readonly topic?: number;
  /** A thread that is no topic: a chain of replies in an ordinary supergroup. */
  readonly thread?: number;
  /** Something else than text, with the text as its caption. */
  readonly media?: Readonly<Record<string, unknown>>;
  readonly viaBot?: boolean;
  readonly senderChat?: boolean;
}

/** A message that a person wrote, and the update it became; without one, the bot wasn't told. */
export interface Said {
  readonly messageId: number;
  readonly update: Update | undefined;
}

/** What people do in Telegram's apps; each deed becomes the update that Telegram would make of it. */
export class People {
  readonly #world: World;
  readonly #feed: UpdateFeed;

  constructor(world: World, feed: UpdateFeed) {
    this.#world = world;
    this.#feed = feed;
  }

  /** Somebody with an account. */
  person(name: string): Account {
    const person = { id: 5_000_000 + this.#world.newId(), is_bot: false, first_name: name, language_code: 'en' };
    this.#world.people.set(person.id, person);
    return person;
  }

  /** A person's chat with the bot, which they have started. */
  privateChat(person: Account): ChatState {
    return this.#world.chats.get(person.id) ?? this.#world.addChat({ id: person.id, type: 'private', isForum: false });
  }

  /** A group that the bot is in. */
  group(
    title: string,
    { type = 'supergroup', isForum = false }: { type?: 'group' | 'supergroup'; isForum?: boolean } = {},
  ): ChatState {
    const id = type === 'group' ? -this.#world.newId() - 1000 : -1_001_000_000_000 - this.#world.newId();
    return this.#world.addChat({ id, type, title, isForum });
  }

  /** A topic in a forum. */
  topic(forum: ChatState): number {
    const id = this.#world.newId();
    forum.topics.add(id);
    return id;
  }

  /** Writes a message. In privacy mode the bot gets only what Telegram would give it. */
  say(person: Account, chat: ChatState, text: string, options: SayOptions = {}): Said {
    const messageId = this.#world.newId();
    chat.messageIds.add(messageId);
    const { replyTo, quoting, topic, thread, media, viaBot, senderChat } = options;
    const reply = replyTo
      ? asTelegram(replyTo, chat, this.#world)
      : quoting && {
          message_id: this.#world.newId(),
          date: 1,
          chat: this.#chat(chat),
          from: quoting.by,
          text: quoting.text,
        };
    const entities = entitiesOf(text);
    const message = {
      message_id: messageId,
      from: senderChat ? { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' } : person,
      ...(senderChat && { sender_chat: this.#chat(chat) }),
      date: Math.floor(Date.now() / 1000),
      chat: this.#chat(chat),
      ...media,
      ...(media ? text !== '' && { caption: text, caption_entities: entities } : { text, entities }),
      ...(reply && { reply_to_message: reply }),
      ...(topic !== undefined && { message_thread_id: topic, is_topic_message: true }),
      ...(thread !== undefined && { message_thread_id: thread }),
      ...(viaBot && { via_bot: this.#world.bot }),
    };
    const isTold = chat.type === 'private' || viaBot || this.#reachesBot(text, replyTo !== undefined);
    return { messageId, update: isTold ? this.#feed.add('message', message) : undefined };
  }

  /** Adds the bot to a group. */
  addBot(person: Account, chat: ChatState): void {
    this.#membership(person, chat, 'left', 'member');
  }

  /** Removes the bot from a group, or blocks it in a private chat. */
  removeBot(person: Account, chat: ChatState): void {
    chat.closedBecause =
      chat.type === 'private' ? 'bot was blocked by the user' : 'bot was kicked from the supergroup chat';
    this.#membership(person, chat, 'member', 'kicked');
  }

  /** Makes somebody an administrator of a group. */
  promote(person: Account, chat: ChatState): void {
    chat.administrators.add(person.id);
  }

  /**
   * Turns a group into a supergroup, which has another id.
   *
   * @param isTold whether the bot gets the service message about it
   */
  upgrade(group: ChatState, { isTold = false } = {}): ChatState {
    const supergroup = this.group(group.title ?? '', { type: 'supergroup' });
    group.migratedTo = supergroup.id;
    if (isTold) {
      this.#feed.add('message', { ...this.#service(group), migrate_to_chat_id: supergroup.id });
      this.#feed.add('message', { ...this.#service(supergroup), migrate_from_chat_id: group.id });
    }
    return supergroup;
  }

  /**
   * Votes in a poll. In a quiz nobody can vote twice, and of anonymous polls the bot isn't told.
   *
   * @param option counted from 0
   * @param inNameOf the chat in whose name an anonymous administrator votes
   */
  vote(person: Account, { poll }: SentMessage, option: number, inNameOf?: ChatState): void {
    const voter = inNameOf?.id ?? person.id;
    if (poll?.options[option] === undefined) throw new Error(`there is no poll with an option ${option} to vote for`);
    if (poll.correct.length > 0 && poll.votes.has(voter)) throw new Error('a vote in a quiz can’t be changed');
    poll.votes.set(voter, option);
    if (poll.isAnonymous) return;
    this.#feed.add('poll_answer', {
      poll_id: poll.id,
      ...(inNameOf
        ? {
            voter_chat: this.#chat(inNameOf),
            user: { id: 136817688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' },
          }
        : { user: person }),
      option_ids: [option],
      option_persistent_ids: [`${option}`],
    });
  }

  /** Presses a button by its label, as the person sees it; the bot's answer can be awaited. */
  press(person: Account, message: SentMessage | InlineMessage, label: string): Arrivals<CallbackAnswer> {
    const button = message.keyboard.flat().find(({ text }) => text === label);
    if (button?.callback_data === undefined) {
      throw new Error(
        `there is no button "${label}" to press, but ${message.keyboard
          .flat()
          .map(({ text }) => `"${text}"`)
          .join(', ')}`,
      );
    }
    return this.pressData(person, message, button.callback_data);
  }

  /** Presses a button that carries the given data, whether or not it is there: an app may show an old one. */
  pressData(
    person: Account,
    message: SentMessage | InlineMessage,
    data: string,
    { isExpired = false } = {},
  ): Arrivals<CallbackAnswer> {
    const id = `callback-${this.#world.newId()}`;
    const answers = new Arrivals<CallbackAnswer>('the answer to a pressed button');
    if (!isExpired) this.#world.callbackQueries.set(id, answers);
    const chat = 'chatId' in message ? this.#world.chats.get(message.chatId) : undefined;
    this.#feed.add('callback_query', {
      id,
      from: person,
      chat_instance: `${chat?.id ?? 'elsewhere'}`,
      data,
      ...('chatId' in message && chat && { message: asTelegram(message, chat, this.#world) }),
      ...('inlineMessageId' in message && { inline_message_id: message.inlineMessageId }),
    });
    return answers;
  }

  /** Types after the bot's name in any chat; the bot's answer can be awaited. */
  typeInline(person: Account, query: string): Arrivals<InlineAnswer> {
    const id = `inline-${this.#world.newId()}`;
    const answers = new Arrivals<InlineAnswer>('the answer to an inline query');
    this.#world.inlineQueries.set(id, answers);
    this.#feed.add('inline_query', { id, from: person, query, offset: '', chat_type: 'group' });
    return answers;
  }

  /** Picks a result of an inline query, which is sent as a message that only its id tells. */
  pick(result: InlineResult): InlineMessage {
    const inlineMessageId = `inline-message-${this.#world.newId()}`;
    const message = { ...result, inlineMessageId, edits: new Arrivals<SentMessage>('an edit of an inline message') };
    this.#world.inlineMessages.set(inlineMessageId, message);
    return message;
  }

  #membership(person: Account, chat: ChatState, before: string, after: string): void {
    this.#feed.add('my_chat_member', {
      chat: this.#chat(chat),
      from: person,
      date: Math.floor(Date.now() / 1000),
      old_chat_member: { user: this.#world.bot, status: before },
      new_chat_member: { user: this.#world.bot, status: after },
    });
  }

  /** What every message that Telegram itself writes has. */
  #service(chat: ChatState) {
    return {
      message_id: this.#world.newId(),
      from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
      sender_chat: this.#chat(chat),
      date: Math.floor(Date.now() / 1000),
      chat: this.#chat(chat),
    };
  }

  #chat({ id, type, title, isForum }: ChatState) {
    return { id, type, ...(title !== undefined && { title }), ...(isForum && { is_forum: true }) };
  }

  /** https://core.telegram.org/bots/features#privacy-mode */
  #reachesBot(text: string, isReplyToBot: boolean): boolean {
    if (!this.#world.privacyMode || isReplyToBot) return true;
    const addressee = /^\/\w+(?:@(\w+))?/.exec(text);
    return addressee !== null && (addressee[1] === undefined || addressee[1] === this.#world.bot.username);
  }
}

/** The entities that Telegram finds in what people write. */
function entitiesOf(text: string) {
  return [
    ...[...text.matchAll(/(?<![\w@])@\w{3,}/g)].map(({ index, 0: { length } }) => ({
      type: 'mention',
      offset: index,
      length,
    })),
    ...[...text.matchAll(/(?<!\S)\/\w{1,64}(?:@\w+)?/g)].map(({ index, 0: { length } }) => ({
      type: 'bot_command',
      offset: index,
      length,
    })),
  ];
}
