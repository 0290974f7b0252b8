import { greeting, UNREADABLE } from '../wording.ts';
import type { UpdateContext } from './context.ts';
import { sendReply } from './deliver.ts';
import { askerOf, localeOf, memberOf, originOf, placeOf } from './origin.ts';
import { readMessage, type IncomingMessage } from './read-message.ts';

/** Answers a message that is meant for Otto, and is silent about every other. */
export async function handleMessage(message: IncomingMessage, context: UpdateContext): Promise<void> {
  const { assistant, bot } = context;
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
      await sendReply(context, origin, reply, message.message_id);
    }
  }
}
