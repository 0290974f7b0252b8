/**
 * Telegram's limits, in the units in which Telegram counts them (https://core.telegram.org/bots/api).
 */
export const TELEGRAM_LIMITS = Object.freeze({
  /** UTF-16 units of a message's text, counted after its entities are parsed. */
  textLength: 4096,
  /** Characters of a button's label. Not documented: clients cut longer ones. */
  buttonLabel: 64,
  /** Buttons under one message. Not documented: more are refused. */
  buttons: 100,
  /** Bytes of a button's callback data. */
  callbackData: 64,
  /** UTF-16 units of a picture's caption. */
  caption: 1024,
  /** Characters of the notice that a pressed button can be answered with. */
  notice: 200,
  /** Results of one inline query. */
  inlineResults: 50,
  /** Characters of an inline query. */
  inlineQuery: 256,
  /** Commands in the menu. */
  commands: 100,
});
