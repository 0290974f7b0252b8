import type { Reply } from '../assistant/reply.ts';
/**
 * What a platform can do, as named values. Code asks these, never the platform's name.
 */
export interface Capabilities {
  /** Most characters of text in one message, counted in UTF-16 units as the platforms do. */
  readonly maxTextLength: number;
  /** Most characters on a button. */
  readonly maxButtonLabel: number;
  /** Most buttons under one message. */
  readonly maxButtons: number;
  /** Whether a reply can be shown to the asker alone in a group. */
  readonly privateReply: boolean;
  /** Whether a message can be changed in place when a button is pressed. */
  readonly editInPlace: boolean;
  /** Whether values are offered while a command is typed. */
  readonly autocomplete: boolean;
  /** Whether a quiz question can be shown as a poll that marks the right option. */
  readonly nativeQuiz: boolean;
  /** Whether a round can run in a thread of its own. */
  readonly threads: boolean;
}

/** One platform's part of the conversation's outbox: places and people by their ids alone. */
export interface AdapterOutbox {
  /** Whether anything can be sent now; always where it is absent. What is due waits until then. */
  readonly isReady?: () => boolean;
  /**
   * @param key names the message: where the platform can, posting it again soon after gives the first one back
   * @throws {Undeliverable} when it can never arrive
   */
  readonly post: (place: string, reply: Reply, key?: string) => Promise<string>;
  readonly edit: (place: string, message: string, reply: Reply) => Promise<void>;
  /** @throws {Undeliverable} when the person has blocked the bot or never wrote to it */
  readonly tell: (person: string, reply: Reply) => Promise<void>;
  /** Present where {@link Capabilities.threads} says so. Gives nothing where the place can have none. */
  readonly openThread?: (place: string, title: string) => Promise<string | undefined>;
}

/** One face of Otto: turns a platform's updates into requests and replies into the platform's messages. */
export interface Adapter {
  readonly name: string;
  readonly capabilities: Capabilities;
  /**
   * Connects and begins to answer.
   *
   * @throws {AdapterError} when the platform refuses for good (a wrong token, a taken port); loss of network is not
   *   an error here: the adapter keeps trying with growing pauses
   */
  readonly start: () => Promise<void>;
  /** How Otto speaks up there without being asked; absent where the platform can't. */
  readonly outbox?: AdapterOutbox;
  /** Takes no more updates, finishes those in flight, closes connections. */
  readonly stop: () => Promise<void>;
}
