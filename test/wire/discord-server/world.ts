import { EventEmitter } from 'node:events';
import type { RegisteredCommand } from './command-rules.ts';
import type { MessageContent } from './message-rules.ts';
import { Snowflakes } from './snowflake.ts';

/** Flags of a message. @see https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const FLAGS = Object.freeze({ ephemeral: 1 << 6, loading: 1 << 7 });

/** A person or bot. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly bot: boolean;
}

/** What somebody is in the guild. */
export interface Member {
  readonly nickname?: string;
  /** Whether they hold the permission to manage messages. */
  readonly moderates?: boolean;
}

/** A file of a message as it stands on the server. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly content: Buffer;
}

/** A channel of the guild, or a thread in one. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  /** The channel in which the thread was opened. */
  readonly parent?: string;
  /** Why the bot can't write there. */
  closed?: 'deleted' | 'forbidden';
}

/** A message as it stands on the server. */
export interface StoredMessage {
  readonly id: string;
  readonly channelId: string;
  readonly author: Account;
  body: MessageContent;
  files: readonly StoredFile[];
  flags: number;
  /** Who alone sees it, when it is ephemeral. */
  readonly onlyFor?: string;
  readonly repliesTo?: string;
  readonly nonce?: string;
  /** Ids of those whom it pinged. */
  pinged: readonly string[];
  deleted: boolean;
  edits: number;
}

/** An interaction and what came of it. */
export interface StoredInteraction {
  readonly id: string;
  readonly token: string;
  readonly kind: 'command' | 'autocomplete' | 'component';
  readonly user: Account;
  readonly channelId: string;
  /** The message under which a component was pressed. */
  readonly source?: StoredMessage;
  /** Type of the callback that acknowledged it. */
  acknowledged?: number;
  /** The message that `@original` means. */
  original?: StoredMessage;
  readonly followUps: StoredMessage[];
  choices?: readonly { readonly name: string; readonly value: string }[];
}

/** A request to the REST API. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
}

/** What there is on the server: the rest of it reads and changes this. */
export class World {
  readonly now: () => number;
  readonly ids: Snowflakes;
  readonly token: string;
  readonly bot: Account;
  readonly applicationId: string;
  readonly guildId: string;
  readonly channelId: string;
  commands: readonly RegisteredCommand[] = [];
  /** The guild's channels and threads by id. */
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, StoredMessage>();
  readonly interactions = new Map<string, StoredInteraction>();
  /** Ids of direct message channels with whom they are. */
  readonly directChannels = new Map<string, Account>();
  /** Ids of people who have blocked the bot. */
  readonly blockedBy = new Set<string>();
  readonly requests: SeenRequest[] = [];
  /** Texts with mentions that were sent without saying who may be pinged: Discord would ping them all. */
  readonly unguardedMentions: string[] = [];
  readonly #changes = new EventEmitter();

  constructor(token: string, now: () => number) {
    this.now = now;
    this.token = token;
    this.ids = new Snowflakes(now);
    this.bot = this.newAccount('otto', true);
    this.applicationId = this.bot.id;
    this.guildId = this.ids.next();
    this.channelId = this.newChannel('plant').id;
  }

  /** Somebody new. */
  newAccount(username: string, bot = false): Account {
    return { id: this.ids.next(), username, bot };
  }

  /** A new channel of the guild, or a thread in one. */
  newChannel(name: string, parent?: string): Channel {
    const channel: Channel = { id: this.ids.next(), name, ...(parent !== undefined && { parent }) };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The messages that everybody sees in a channel, oldest first. */
  messagesIn(channelId: string): readonly StoredMessage[] {
    return [...this.messages.values()].filter(
      (each) => each.channelId === channelId && !each.deleted && each.onlyFor === undefined,
    );
  }

  /** Tells those who wait that something changed. */
  changed(): void {
    this.#changes.emit('change');
  }

  /**
   * Waits until a look at the world finds something.
   *
   * @throws {Error} when it hasn't within the deadline, in milliseconds
   */
  async until<T>(what: string, look: () => T | undefined | false, deadline = 5000): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        this.#changes.off('change', check);
      };
      const check = () => {
        const found = look();
        if (found === undefined || found === false) return;
        stop();
        resolve(found);
      };
      const timer = setTimeout(() => {
        stop();
        const seen = this.requests.slice(-5).map(({ method, path, status }) => `${method} ${path} ${status}`);
        reject(new Error(`Waited ${deadline} ms in vain for ${what}; last requests: ${seen.join(', ') || 'none'}`));
      }, deadline);
      this.#changes.on('change', check);
      check();
    });
  }
}
