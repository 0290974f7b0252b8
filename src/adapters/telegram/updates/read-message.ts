import type { Update, UserFromGetMe } from 'telegraf/types';
import { decodeAction, encodeAction, type Action } from '../../../assistant/action.ts';
import { parseArguments, type Command } from '../../../assistant/command.ts';
import type { Input } from '../../../assistant/request.ts';

/** A new message as Telegram delivers it. */
export type IncomingMessage = Update.MessageUpdate['message'];

/** What a message wants of Otto. */
export type MessageIntent =
  | { readonly type: 'input'; readonly input: Input }
  /** The person pressed Start, or called the bot without asking anything. */
  | { readonly type: 'greeting' }
  /** A picture, a voice, a sticker: something meant for Otto that it cannot read. */
  | { readonly type: 'unreadable' };

/**
 * What a message wants of Otto; `undefined` when it isn't meant for it. In a private chat everything is; in a group
 * only what calls the bot: a command, a mention, or a reply to one of its messages.
 */
export function readMessage(
  message: IncomingMessage,
  bot: Pick<UserFromGetMe, 'id' | 'username'>,
  commands: readonly Command[],
): MessageIntent | undefined {
  if (!comesFromPerson(message, bot)) return undefined;
  const isPrivate = message.chat.type === 'private';
  const text = textOf(message);
  if (text === undefined) return isPrivate && isContent(message) ? { type: 'unreadable' } : undefined;

  const call = /^\/(\w{1,32})(?:@(\w+))?(?=\s|$)/.exec(text);
  if (call) {
    const [whole, name = '', addressee] = call;
    return readCommand(name.toLowerCase(), addressee, text.slice(whole.length).trim(), { isPrivate, bot, commands });
  }
  const { isMentioned, rest } = withoutMention(message, text, bot.username);
  if (!isPrivate && !isMentioned && !isReplyTo(message, bot.id)) return undefined;
  // "@bot" alone, in reply to somebody's question, passes that question on.
  const question = rest === '' ? (quotedText(message, bot.id) ?? '') : rest;
  return question.trim() === '' ? { type: 'greeting' } : { type: 'input', input: { type: 'question', text: question } };
}

function readCommand(
  name: string,
  addressee: string | undefined,
  rest: string,
  {
    isPrivate,
    bot,
    commands,
  }: { isPrivate: boolean; bot: Pick<UserFromGetMe, 'username'>; commands: readonly Command[] },
): MessageIntent | undefined {
  if (addressee !== undefined && !isSameName(addressee, bot.username)) return undefined;
  if (name === 'start') return startIntent(rest);
  const command = commands.find((each) => each.name === name);
  // In a group, an unknown command without an addressee belongs to another bot.
  if (!command && !isPrivate && addressee === undefined) return undefined;
  const values = command ? parseArguments(command, rest) : {};
  return { type: 'input', input: { type: 'command', name, values } };
}

const NOTE_PAYLOAD = 'note_';

/**
 * What stands behind `?start=` in a link that opens a note: at most 64 of A-Z, a-z, 0-9, _ and -
 * (https://core.telegram.org/bots/features#deep-linking).
 */
export function startPayload(note: string): string {
  return NOTE_PAYLOAD + note;
}

function startIntent(payload: string): MessageIntent {
  const action = payload.startsWith(NOTE_PAYLOAD) ? noteAction(payload.slice(NOTE_PAYLOAD.length)) : undefined;
  return action ? { type: 'input', input: { type: 'action', action } } : { type: 'greeting' };
}

/** Anybody can write a link, so its id goes through the same check as a button's. */
function noteAction(note: string): Action | undefined {
  return decodeAction(encodeAction({ type: 'note', note }));
}

/** Other bots and posts that Telegram itself forwards from a channel ask nothing; nor does what this bot's inline mode wrote. */
function comesFromPerson(message: IncomingMessage, bot: Pick<UserFromGetMe, 'id'>): boolean {
  if ('via_bot' in message && message.via_bot?.id === bot.id) return false;
  if ('is_automatic_forward' in message && message.is_automatic_forward) return false;
  // An anonymous administrator writes as the group, through a bot account of Telegram's.
  return !message.from?.is_bot || ('sender_chat' in message && message.sender_chat !== undefined);
}

function textOf(message: IncomingMessage): string | undefined {
  if ('text' in message) return message.text;
  return 'caption' in message ? message.caption : undefined;
}

const CONTENT = [
  'photo',
  'sticker',
  'voice',
  'video',
  'video_note',
  'animation',
  'audio',
  'document',
  'story',
  'contact',
  'location',
  'venue',
  'poll',
  'dice',
] as const;

/** Whether a message without text is something a person sent, rather than news about the chat. */
function isContent(message: IncomingMessage): boolean {
  return CONTENT.some((kind) => kind in message);
}

function withoutMention(message: IncomingMessage, text: string, username: string) {
  const entities =
    ('entities' in message && message.entities) || ('caption_entities' in message && message.caption_entities) || [];
  const mentions = entities.filter(
    ({ type, offset, length }) => type === 'mention' && isSameName(text.slice(offset + 1, offset + length), username),
  );
  let rest = text;
  for (const { offset, length } of mentions.toReversed()) {
    rest = `${rest.slice(0, offset).trimEnd()} ${rest.slice(offset + length).trimStart()}`;
  }
  const isMentioned = mentions.length > 0;
  return { isMentioned, rest: isMentioned ? rest.replace(/^[\s,:]+/, '').trim() : text };
}

/** Usernames are case-insensitive. */
function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function repliedTo(message: IncomingMessage) {
  return 'reply_to_message' in message ? message.reply_to_message : undefined;
}

function isReplyTo(message: IncomingMessage, botId: number): boolean {
  return repliedTo(message)?.from?.id === botId;
}

function quotedText(message: IncomingMessage, botId: number): string | undefined {
  const quoted = repliedTo(message);
  if (!quoted || quoted.from?.id === botId) return undefined;
  if ('text' in quoted) return quoted.text;
  return 'caption' in quoted ? quoted.caption : undefined;
}
