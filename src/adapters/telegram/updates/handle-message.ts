import { greeting, UNREADABLE } from '../wording.ts';
import type { UpdateContext } from './context.ts';
import { moveGroup } from './delivery.ts';
import { sendToAsker } from './deliver-personal.ts';
import { sendReply } from './deliver.ts';
import { askerOf, localeOf, memberOf, originOf, placeOf } from './origin.ts';
import { readMessage, type IncomingMessage } from './read-message.ts';

/** Answers a message that is meant for Otto, and is silent about every other. */
export async function handleMessage(message: IncomingMessage, context: UpdateContext): Promise<void> {
  const { assistant, bot } = context;
  if ('migrate_to_chat_id' in message) return moveGroup(assistant, message.chat.id, message.migrate_to_chat_id);
  if ('migrate_from_chat_id' in message) return moveGroup(assistant, message.migrate_from_chat_id, message.chat.id);
  const intent = readMessage(message, bot, assistant.commands);
  if (!intent) return;
  const origin = originOf(message);
  switch (intent.type) {
    case 'greeting':
      await sendReply(context, origin, greeting(bot), message.message_id);
      return;
    case 'unreadable':
      await sendReply(context, origin, UNREADABLE, message.message_id);
      return;
    case 'input': {
      const reply = await assistant.respond({
        asker: memberOf(
          askerOf(message.from, 'sender_chat' in message ? message.sender_chat : undefined),
          origin,
          context.api,
        ),
        place: placeOf(origin),
        input: intent.input,
        ...localeOf(message.from),
      });
      await sendToAsker(context, { origin, person: message.from.id, messageId: message.message_id }, reply);
    }
  }
}
