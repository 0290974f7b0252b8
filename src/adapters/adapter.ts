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
  /** Takes no more updates, finishes those in flight, closes connections. */
  readonly stop: () => Promise<void>;
}
