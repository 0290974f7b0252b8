import { Undeliverable } from '../../assistant/outbox.ts';
import type { Reply } from '../../assistant/reply.ts';
import type { AdapterOutbox } from '../adapter.ts';
import { NetworkFailure } from '../errors.ts';
import { BotApiRefusal, isClosed } from './api/api-error.ts';
import type { BotApi } from './api/bot-api.ts';
import { renderTelegram } from './render/render-telegram.ts';
import type { Delivery } from './updates/delivery.ts';
import { editMessage, sendMessages, sendReply } from './updates/deliver.ts';
import { isPerson, originOfPlace } from './updates/origin.ts';

/**
 * How long is tried to send something, in milliseconds. Whoever is to send what is due has 15 s for it before another
 * instance takes over, so it must be given up before.
 */
const SEND_MS = 12_000;

/** Otto's way to speak up on Telegram, which must be waited for at the end. */
export interface TelegramOutbox extends AdapterOutbox {
  /** Resolves when nothing is being sent. */
  readonly idle: () => Promise<void>;
}

/**
 * How Otto speaks up on Telegram.
 *
 * @param connected what delivering works with; `undefined` while Otto isn't connected
 */
export function createTelegramOutbox(connected: () => Delivery | undefined): TelegramOutbox {
  const sending = new Set<Promise<unknown>>();

  /** Does something on Telegram in time, telling a chat that is closed to the bot from a passing failure. */
  const onTelegram = async <T>(work: (delivery: Delivery) => Promise<T>): Promise<T> => {
    const delivery = connected();
    if (!delivery) throw new NetworkFailure('Otto is not connected to Telegram now.');
    const sent = work({ ...delivery, api: inTime(delivery.api, AbortSignal.timeout(SEND_MS)) });
    sending.add(sent);
    try {
      return await sent;
    } catch (error) {
      if (!(error instanceof BotApiRefusal) || !isClosed(error)) throw error;
      throw new Undeliverable('Telegram does not let the bot write there', { cause: error });
    } finally {
      sending.delete(sent);
    }
  };

  const post = (place: string, reply: Reply) =>
    onTelegram(async (delivery) => `${await sendReply(delivery, originOfPlace(place), reply)}`);

  return {
    isReady: () => connected() !== undefined,
    idle: async () => {
      await Promise.allSettled(sending);
    },
    post,
    edit: (place, message, reply) =>
      onTelegram(async (delivery) => {
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
      if (!isPerson(person)) throw new Undeliverable('whoever writes in a chat’s name can’t be written to alone');
      await post(person, reply);
    },
  };
}

/** A Bot API whose calls are given up at a moment. */
function inTime(api: BotApi, deadline: AbortSignal): BotApi {
  return {
    call: (method, payload, options = {}) => {
      const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
      return api.call(method, payload, { ...options, signal });
    },
  };
}
