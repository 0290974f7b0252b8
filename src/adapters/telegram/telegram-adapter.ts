import { randomBytes } from 'node:crypto';
import { Telegraf } from 'telegraf';
import type { Update } from 'telegraf/types';
import type { Assistant } from '../../assistant/assistant.ts';
import type { TelegramConfig } from '../../config.ts';
import type { Log } from '../../log.ts';
import type { Adapter } from '../adapter.ts';
import { NetworkFailure } from '../errors.ts';
import { FloodWait } from './api/api-error.ts';
import { createBotApi } from './api/bot-api.ts';
import { createPatientApi } from './api/patient-api.ts';
import { TELEGRAM_CAPABILITIES } from './capabilities.ts';
import { createTelegramOutbox } from './outbox.ts';
import { keepMenu } from './command-menu.ts';
import { connect, explainToken } from './connect.ts';
import { pollUpdates } from './receive/poll.ts';
import { createWebhookHandler, webhookSecret } from './receive/webhook.ts';
import { REAL_TIMING, type Timing } from './timing.ts';
import { createDispatcher } from './updates/dispatcher.ts';
import type { Delivery } from './updates/delivery.ts';
import { orderKey, UpdateQueue } from './updates/update-queue.ts';

/** What the adapter is made from. */
export interface TelegramParts {
  readonly assistant: Assistant;
  readonly config: TelegramConfig;
  readonly log: Log;
  readonly timing?: Timing;
  /** Makes the short id by which an asker can report a fault. */
  readonly newFaultId?: () => string;
}

/** Otto on Telegram. */
export interface TelegramAdapter extends Adapter {
  /** Where Telegram delivers to, when a webhook is configured: the web server answers this path with `handle`. */
  readonly webhook?: { readonly path: string; readonly handle: (request: Request) => Promise<Response> };
}

/** How long stopping waits for updates in work, in milliseconds, out of the five seconds that a stop may take. */
const STOP_MS = 3500;

/** Connects Otto to Telegram by long polling, or by webhook when one is configured. */
export function createTelegramAdapter({
  assistant,
  config,
  log,
  timing = REAL_TIMING,
  newFaultId = () => randomBytes(4).toString('hex'),
}: TelegramParts): TelegramAdapter {
  const telegraf = new Telegraf(config.token, {
    // Telegraf would report a slow update as failed and let the next of its chat overtake it.
    handlerTimeout: Infinity,
    telegram: {
      // A call in the webhook's response loses its errors and its result.
      webhookReply: false,
      ...(config.apiRoot !== undefined && { apiRoot: withTrailingSlash(config.apiRoot) }),
    },
  });
  const stopping = new AbortController();
  const closing = new AbortController();
  const api = createPatientApi(createBotApi(telegraf.telegram), closing.signal, timing, log);
  const queue = new UpdateQueue();
  const webhook =
    config.webhookUrl === undefined ? undefined : { url: config.webhookUrl, secret: webhookSecret(config.token) };
  let dispatch: ((update: Update) => Promise<void>) | undefined;
  let delivery: Delivery | undefined;
  let running: Promise<void> = Promise.resolve();

  const outbox = createTelegramOutbox(() => (stopping.signal.aborted ? undefined : delivery));
  const room = () => queue.room();
  const receive = (update: Update) => queue.add(orderKey(update), async () => dispatch?.(update));

  /** Connects; from then on updates can be handled. */
  const open = async (attempts: number): Promise<void> => {
    const bot = await connect(api, webhook, { attempts, signal: stopping.signal });
    delivery = { api, assistant, bot, log };
    dispatch = createDispatcher({ telegraf, assistant, api, bot, log, newFaultId });
    void queue.add('menu', () => keepMenu(api, assistant.commands, log));
  };

  /** Fetches updates until the stop; a webhook brings them by itself. */
  const run = async (): Promise<void> => {
    if (webhook) return;
    await pollUpdates({ api, receive, room, signal: stopping.signal, timing, log }).catch(explainToken);
  };

  /** Nobody waits for what runs until the end, so what ends it before is told here. */
  const watch = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      if (!stopping.signal.aborted) log.error({ err: error }, 'Telegram is off: Otto no longer answers there');
    });

  const handleDelivery = webhook && createWebhookHandler(webhook.secret, receive);

  return {
    name: 'telegram',
    capabilities: TELEGRAM_CAPABILITIES,
    outbox,
    start: async () => {
      try {
        await open(1);
        running = watch(run());
      } catch (error) {
        if (!(error instanceof NetworkFailure || error instanceof FloodWait)) throw error;
        log.warn({ err: error }, 'Telegram cannot be reached yet; Otto keeps trying');
        running = watch(open(Infinity).then(run));
      }
    },
    stop: async () => {
      stopping.abort();
      const isDone = new AbortController();
      // The pause ends before its time, with a rejection, as soon as everything is done.
      const pause = timing.sleep(STOP_MS, isDone.signal).catch(() => undefined);
      await Promise.race([Promise.all([running.then(() => queue.idle()), outbox.idle()]), pause]);
      isDone.abort();
      if (queue.size > 0) log.warn({ updates: queue.size }, 'updates in work were given up');
      closing.abort();
    },
    ...(webhook &&
      handleDelivery && {
        webhook: {
          path: new URL(webhook.url).pathname,
          handle: async (request: Request) => {
            // Telegram delivers again what nobody can take now.
            if (!dispatch || stopping.signal.aborted) return new Response(null, { status: 503 });
            return handleDelivery(request);
          },
        },
      }),
  };
}

/** Without it, the last part of a path would be replaced by the method's name. */
function withTrailingSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
