import { Undeliverable } from '../../assistant/outbox.ts';
import type { Reply } from '../../assistant/reply.ts';
import type { AdapterOutbox } from '../adapter.ts';
import { BotApiRefusal } from './api/api-error.ts';
import { renderTelegram } from './render/render-telegram.ts';
import type { Delivery } from './updates/delivery.ts';
import { editMessage, sendMessages, sendReply } from './updates/deliver.ts';
import { originOfPlace } from './updates/origin.ts';

/** How Otto speaks up on Telegram. */
export function createTelegramOutbox(delivery: Delivery): AdapterOutbox {
  const post = (place: string, reply: Reply) =>
    deliverable(async () => `${await sendReply(delivery, originOfPlace(place), reply)}`);
  return {
    post,
    edit: (place, message, reply) =>
      deliverable(async () => {
        const origin = originOfPlace(place);
        const [first, ...others] = renderTelegram(reply);
        if (!first) return;
        const target = { chat_id: origin.chatId, message_id: Number(message) };
        const outcome = await editMessage(delivery, target, first);
        if (outcome === 'edited') await sendMessages(delivery, origin, others);
        if (outcome === 'not-editable') await sendMessages(delivery, origin, [first, ...others]);
      }),
    // A person's private chat has the person's id (https://core.telegram.org/bots/api#chat).
    tell: async (person, reply) => {
      await post(person, reply);
    },
  };
}

/** Tells a chat that is closed to the bot from a passing failure. */
async function deliverable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BotApiRefusal) || !isClosed(error)) throw error;
    throw new Undeliverable('Telegram does not let the bot write there', { cause: error });
  }
}

function isClosed({ code, description }: BotApiRefusal): boolean {
  return code === 403 || /chat not found|PEER_ID_INVALID|not enough rights/i.test(description);
}
