import type { Entity } from './html.ts';
import type { Button } from './reply-markup.ts';
import type { Arrivals } from './wait.ts';

/** A person, or a bot, as updates carry it. */
export interface Account {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
  readonly language_code?: string;
}

/** A chat and what the server knows of it. */
export interface ChatState {
  id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  readonly title?: string;
  readonly isForum: boolean;
  readonly topics: Set<number>;
  /** Messages that people wrote here. */
  readonly messageIds: Set<number>;
  /** Ids of the people who may decide for it. */
  readonly administrators: Set<number>;
  /** The bot may not write here, and this is why. */
  closedBecause?: string;
  /** Members may send no polls here, and so may the bot not. */
  withoutPolls?: boolean;
  /** The supergroup that this group has become. */
  migratedTo?: number;
  /** What the bot said here and a test hasn't taken yet. */
  readonly answers: Arrivals<SentMessage>;
}

/** A quiz or another poll that the bot sent. */
export interface SentPoll {
  readonly id: string;
  readonly question: string;
  readonly options: readonly string[];
  /** Where the right options of a quiz stand; nothing for a poll without any. */
  readonly correct: readonly number[];
  readonly explanation: string;
  readonly isAnonymous: boolean;
  /** What the voters chose, by their ids. */
  readonly votes: Map<number, number>;
}

/** A picture or document that the bot sent. */
export interface SentFile {
  readonly kind: 'photo' | 'document';
  readonly name: string;
  readonly bytes: Buffer;
}

/** A message that the bot sent. */
export interface SentMessage {
  readonly chatId: number;
  readonly messageId: number;
  readonly threadId: number | undefined;
  readonly replyTo: number | undefined;
  /** A quiz of Telegram's own. */
  readonly poll?: SentPoll;
  readonly file?: SentFile;
  /** What the person sees: the text, a poll's question or a file's caption. */
  text: string;
  entities: readonly Entity[];
  keyboard: readonly (readonly Button[])[];
  linkPreview: boolean;
  /** Each time it is edited, it arrives here. */
  readonly edits: Arrivals<SentMessage>;
}

/** A message that somebody sent through the bot's inline mode. */
export type InlineMessage = Pick<SentMessage, 'text' | 'entities' | 'keyboard' | 'linkPreview' | 'edits'> & {
  readonly inlineMessageId: string;
};

/** A result that the bot offered for an inline query. */
export interface InlineResult {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly keyboard: readonly (readonly Button[])[];
  readonly linkPreview: boolean;
}

/** What the bot answered to an inline query. */
export interface InlineAnswer {
  readonly results: readonly InlineResult[];
  readonly cacheTime: number | undefined;
  readonly button: string | undefined;
}

/** What the bot answered to the press of a button. */
export interface CallbackAnswer {
  readonly text: string | undefined;
}

/** A call that the bot made. */
export interface ApiCall {
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** When it came, in milliseconds of the process's clock. */
  readonly at: number;
  /** Why it was refused. */
  refusal?: string;
}
