import type { Poll } from '../../../assistant/reply.ts';
import type { Payload } from '../api/bot-api.ts';
import { inChat, type Delivery } from './delivery.ts';
import { placeOf, type Origin } from './origin.ts';

/**
 * Sends a quiz question as one of Telegram's own quizzes, which marks the right option and shows the explanation. Not
 * anonymous: votes of anonymous polls are never told (https://core.telegram.org/bots/api#pollanswer).
 *
 * @returns the message's id
 */
export async function sendPoll(delivery: Delivery, origin: Origin, poll: Poll): Promise<number> {
  const { api, assistant } = delivery;
  const message = await inChat(origin, (chat) => api.call('sendPoll', { ...chat, ...pollFields(poll) }));
  await assistant.polls.remember({ platform: 'telegram', id: message.poll.id }, poll.key, placeOf(origin).id);
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
