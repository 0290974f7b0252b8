import { randomUUID } from 'node:crypto';
import type { RegisteredCommand } from './command-rules.ts';
import { Exchange } from './exchange.ts';
import { INTENT, type Gateway } from './gateway.ts';
import { channelPayload, memberPayload, messagePayload, userPayload } from './payloads.ts';
import type { Account, Member, StoredInteraction, StoredMessage, World } from './world.ts';

/** What a slash command is given: text, yes or no, or a person. */
export type Values = Readonly<Record<string, string | boolean | Person>>;

/** How an interaction is made. */
export interface Circumstances {
  /** In direct messages rather than in the guild's channel. */
  readonly direct?: boolean;
  /** In another channel or thread of the guild. */
  readonly channelId?: string;
  /** Milliseconds that it has been on its way. */
  readonly age?: number;
}

const STRING = 3;
const BOOLEAN = 5;
const USER = 6;

/** Somebody who uses the bot, able to do what a Discord client lets people do and no more. */
export class Person {
  readonly account: Account;
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #directChannel: string;
  readonly #member: Member;

  constructor(world: World, gateway: Gateway, name: string, member: Member = {}) {
    this.#member = member;
    this.#world = world;
    this.#gateway = gateway;
    this.account = world.newAccount(name);
    this.#directChannel = world.ids.next();
    world.directChannels.set(this.#directChannel, this.account);
  }

  /** Sends a slash command from the menu. */
  slash(name: string, values: Values = {}, circumstances: Circumstances = {}): Exchange {
    const command = this.#command(name, 1);
    const missing = command.options?.find((option) => option.required && !(option.name in values));
    if (missing) throw new Error(`/${name} can't be sent without "${missing.name}".`);
    const options = Object.entries(values).map(([key, value]) => {
      const option = command.options?.find((each) => each.name === key);
      if (!option) throw new Error(`/${name} has no option "${key}".`);
      return { name: key, type: option.type, value: value instanceof Person ? value.account.id : value };
    });
    for (const { type, value } of options) {
      const expected = { [STRING]: 'string', [BOOLEAN]: 'boolean', [USER]: 'string' }[type];
      if (typeof value !== expected) throw new Error(`/${name} got a ${typeof value} for an option of type ${type}.`);
    }
    const people = Object.values(values).filter((value) => value instanceof Person);
    const resolved = { users: Object.fromEntries(people.map(({ account }) => [account.id, userPayload(account)])) };
    return this.#interact('command', 2, { id: command.id, name, type: 1, options, resolved }, circumstances);
  }

  /** Types into an option that offers values. */
  type(name: string, option: string, typed: string, circumstances: Circumstances = {}): Exchange {
    const command = this.#command(name, 1);
    if (!command.options?.find((each) => each.name === option)?.autocomplete) {
      throw new Error(`/${name} offers nothing for "${option}".`);
    }
    const options = [{ name: option, type: STRING, value: typed, focused: true }];
    return this.#interact('autocomplete', 4, { id: command.id, name, type: 1, options }, circumstances);
  }

  /** Picks an entry in a message's menu. */
  useMessageMenu(name: string, target: StoredMessage, circumstances: Circumstances = {}): Exchange {
    const command = this.#command(name, 3);
    const resolved = { messages: { [target.id]: messagePayload(this.#world, target) } };
    return this.#interact(
      'command',
      2,
      { id: command.id, name, type: 3, target_id: target.id, resolved },
      circumstances,
    );
  }

  /** Presses the button with this label. */
  press(message: StoredMessage, label: string, circumstances: Circumstances = {}): Exchange {
    this.#mustSee(message);
    const buttons = (message.body.components ?? []).flatMap((row) => row.components).filter((each) => each.type === 2);
    const button = buttons.find((each) => each.label === label);
    if (!button)
      throw new Error(`There is no button "${label}", only ${buttons.map((each) => each.label).join(', ')}.`);
    return this.pressRaw(message, button.custom_id ?? '', circumstances);
  }

  /** Presses a button by custom id, which may be one that is no longer under the message. */
  pressRaw(message: StoredMessage, customId: string, circumstances: Circumstances = {}): Exchange {
    return this.#interact('component', 3, { custom_id: customId, component_type: 2 }, circumstances, message);
  }

  /** Picks the choice with this label in the message's menu. */
  choose(message: StoredMessage, label: string, circumstances: Circumstances = {}): Exchange {
    this.#mustSee(message);
    const menu = (message.body.components ?? []).flatMap((row) => row.components).find((each) => each.type === 3);
    const option = menu?.options.find((each) => each.label === label);
    if (!menu || !option) throw new Error(`There is no choice "${label}".`);
    const data = { custom_id: menu.custom_id, component_type: 3, values: [option.value] };
    return this.#interact('component', 3, data, circumstances, message);
  }

  /** Writes into the guild's channel. */
  say(content: string, repliesTo?: StoredMessage): StoredMessage {
    return this.#write(content, this.#world.channelId, INTENT.guildMessages, repliesTo);
  }

  /** Writes a direct message to the bot. */
  whisper(content: string): StoredMessage {
    return this.#write(content, this.#directChannel, INTENT.directMessages);
  }

  /** Sends a message's event once more, as may happen after a lost connection. */
  repeat(message: StoredMessage): void {
    this.#announce(message, message.channelId === this.#world.channelId ? INTENT.guildMessages : INTENT.directMessages);
  }

  /** Blocks the bot. */
  block(): void {
    this.#world.blockedBy.add(this.account.id);
  }

  /** The direct messages that the bot sent, oldest first. */
  received(): readonly StoredMessage[] {
    return this.#world.messagesIn(this.#directChannel).filter(({ author }) => author.bot);
  }

  /** Waits for the bot's answer to a message. */
  replyTo({ id }: StoredMessage): Promise<StoredMessage> {
    return this.#world.until('a reply', () =>
      [...this.#world.messages.values()].find(({ repliesTo }) => repliesTo === id),
    );
  }

  #write(content: string, channelId: string, intent: number, repliesTo?: StoredMessage): StoredMessage {
    const message: StoredMessage = {
      id: this.#world.ids.next(),
      channelId,
      author: this.account,
      body: { content },
      files: [],
      flags: 0,
      ...(repliesTo && { repliesTo: repliesTo.id }),
      pinged: repliesTo ? [repliesTo.author.id] : [],
      deleted: false,
      edits: 0,
    };
    this.#world.messages.set(message.id, message);
    this.#announce(message, intent);
    return message;
  }

  #announce(message: StoredMessage, intent: number): void {
    const payload = messagePayload(this.#world, message);
    const { bot } = this.#world;
    const isDirect = intent === INTENT.directMessages;
    // Without the intent for message content a bot gets the text only of what is meant for it.
    const isReadable = isDirect || payload.mentions.some(({ id }) => id === bot.id);
    this.#gateway.dispatch('MESSAGE_CREATE', intent, {
      ...payload,
      ...(!isReadable && { content: '' }),
      ...(isDirect ? { channel_type: 1 } : { guild_id: this.#world.guildId, member: memberPayload(this.#member) }),
    });
  }

  #command(name: string, type: number): RegisteredCommand {
    const command = this.#world.commands.find((each) => each.name === name && each.type === type);
    if (!command) throw new Error(`The menu has no command "${name}".`);
    return command;
  }

  #mustSee({ onlyFor, deleted }: StoredMessage): void {
    if (deleted || (onlyFor !== undefined && onlyFor !== this.account.id))
      throw new Error('This person does not see that message.');
  }

  #interact(
    kind: StoredInteraction['kind'],
    type: number,
    data: Readonly<Record<string, unknown>>,
    { direct = false, age = 0, channelId: elsewhere }: Circumstances,
    source?: StoredMessage,
  ): Exchange {
    const world = this.#world;
    const channelId = source?.channelId ?? elsewhere ?? (direct ? this.#directChannel : world.channelId);
    const isDirect = world.directChannels.has(channelId);
    const interaction: StoredInteraction = {
      id: world.ids.next(age),
      token: randomUUID(),
      kind,
      user: this.account,
      channelId,
      ...(source && { source }),
      followUps: [],
    };
    world.interactions.set(interaction.token, interaction);
    this.#gateway.dispatch('INTERACTION_CREATE', 0, {
      id: interaction.id,
      application_id: world.applicationId,
      token: interaction.token,
      version: 1,
      type,
      data,
      channel_id: channelId,
      channel: channelPayload(world, channelId),
      ...(isDirect
        ? { user: userPayload(this.account), context: 1 }
        : {
            guild_id: world.guildId,
            guild: { id: world.guildId, locale: 'en-US', features: [] },
            guild_locale: 'en-US',
            member: { ...memberPayload(this.#member), user: userPayload(this.account) },
            context: 0,
          }),
      ...(source && { message: messagePayload(world, source) }),
      app_permissions: '2147483647',
      locale: 'en-GB',
      entitlements: [],
      authorizing_integration_owners: { '0': world.guildId },
      attachment_size_limit: 10_485_760,
    });
    return new Exchange(world, interaction);
  }
}
