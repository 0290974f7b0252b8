import type { Message } from 'telegraf/types';
import type { Poll } from '../../../assistant/reply.ts';
import { BotApiRefusal } from '../api/api-error.ts';
import type { Payload } from '../api/bot-api.ts';
import { READ_NOTE } from '../wording.ts';
import { answerTo, inChat, type Delivery } from './delivery.ts';
import { noteLink } from './note-link.ts';
import { originOf, placeOf, type Origin } from './origin.ts';

/**
 * Sends a quiz question as one of Telegram's own quizzes, which marks the right option and shows the explanation. Not
 * anonymous: votes of anonymous polls are never told (https://core.telegram.org/bots/api#pollanswer).
 *
 * @returns the message's id; `undefined` when the chat takes no polls
 */
export async function sendPoll(
  delivery: Delivery,
  origin: Origin,
  poll: Poll,
  answersMessageId?: number,
): Promise<number | undefined> {
  const { api, assistant, bot, log } = delivery;
  const fields = { ...pollFields(poll), ...noteButton(poll, bot.username), ...answerTo(origin, answersMessageId) };
  let message: Message.PollMessage;
  try {
    message = await inChat(delivery, origin, (chat) => api.call('sendPoll', { ...chat, ...fields }));
  } catch (error) {
    if (!(error instanceof BotApiRefusal) || error.code !== 400) throw error;
    log.info({ err: error }, 'a question is asked by buttons where no poll can be sent');
    return undefined;
  }
  // Where it stands now: the group may have become a supergroup.
  const { id: place } = placeOf({ ...origin, chatId: originOf(message).chatId });
  await assistant.polls.remember({ platform: 'telegram', id: message.poll.id }, poll.key, place);
  return message.message_id;
}

function pollFields({ question, options, correct, explanation }: Poll) {
  return {
    question,
    // Newer servers want options as objects and a list of right ones, older local ones the single right one.
    options: options.map((text) => ({ text })) as unknown as Payload<'sendPoll'>['options'],
    correct_option_ids: [correct],
    correct_option_id: correct,
    type: 'quiz' as const,
    is_anonymous: false,
    explanation,
  };
}

/** Leads to the note in a chat with the bot, without a word of what it is about: that might give the answer away. */
function noteButton({ note }: Poll, username: string) {
  return note && { reply_markup: { inline_keyboard: [[{ text: READ_NOTE, url: noteLink(username, note.id) }]] } };
}
