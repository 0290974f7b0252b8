import { badRequest, Refusal } from './refusal.ts';
import { Arrivals } from './wait.ts';

/** An update as it travels. */
export type Update = { readonly update_id: number } & Readonly<Record<string, unknown>>;

interface Webhook {
  readonly url: string;
  readonly secret: string | undefined;
}

/** A poll that is held open. */
interface Held {
  readonly wake: () => void;
  readonly conflict: () => void;
}

/** How one delivery to the webhook went. */
export interface Delivery {
  readonly updateId: number;
  readonly status: number;
}

const DEFAULT_ALLOWED: readonly string[] = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
  'poll_answer',
];

/** Updates on their way to the bot: kept until they are confirmed, by polling or by webhook, never by both. */
export class UpdateFeed {
  /** Deliveries to the webhook. */
  readonly deliveries = new Arrivals<Delivery>('a delivery to the webhook');
  /** Polls, as each begins to be held. */
  readonly polls = new Arrivals<{ readonly offset: number }>('a poll for updates');
  #pending: Update[] = [];
  #nextId = 1000;
  #allowed = DEFAULT_ALLOWED;
  #webhook: Webhook | undefined;
  #held: Held | undefined;

  /** Updates that the bot hasn't confirmed. */
  get pending(): number {
    return this.#pending.length;
  }

  get webhook(): Webhook | undefined {
    return this.#webhook;
  }

  /** Puts an update on its way. */
  add(kind: string, content: unknown): Update | undefined {
    if (!this.#allowed.includes(kind)) return undefined;
    const update = { update_id: this.#nextId++, [kind]: content };
    this.#pending.push(update);
    if (this.#webhook) void this.#deliver(update, this.#webhook);
    this.#held?.wake();
    return update;
  }

  /** Delivers an update to the webhook once more, as Telegram does when it saw no answer. */
  async deliverAgain(update: Update): Promise<void> {
    if (this.#webhook) await this.#deliver(update, this.#webhook);
  }

  /** A call of getUpdates; `gone` ends it when the caller hangs up. */
  async poll(
    {
      offset = 0,
      limit = 100,
      timeout = 0,
      allowed,
    }: { offset?: number; limit?: number; timeout?: number; allowed?: readonly string[] },
    gone: AbortSignal,
  ): Promise<readonly Update[]> {
    if (this.#webhook) {
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    if (allowed) this.#allowed = allowed;
    this.#held?.conflict();
    this.#pending = this.#pending.filter(({ update_id }) => update_id >= offset);
    if (this.#pending.length === 0 && timeout > 0) await this.#hold(offset, timeout, gone);
    return this.#pending.slice(0, limit);
  }

  /** Turns the webhook on, or off with an empty address. */
  setWebhook(url: string, secret: string | undefined, allowed: readonly string[] | undefined): void {
    if (url !== '' && !/^https?:\/\/[^/]/.test(url)) throw badRequest('bad webhook: invalid webhook URL specified');
    if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret))
      throw badRequest('secret token contains unallowed characters');
    if (allowed) this.#allowed = allowed;
    this.#webhook = url === '' ? undefined : { url, secret };
    if (this.#webhook) {
      this.#held?.conflict();
      for (const update of this.#pending) void this.#deliver(update, this.#webhook);
    }
  }

  /** Another instance polls with the same token: whoever is held now is turned out. */
  conflict(): void {
    this.#held?.conflict();
  }

  async #hold(offset: number, timeout: number, gone: AbortSignal): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    let held: Held | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        timer = setTimeout(resolve, timeout * 1000);
        gone.addEventListener('abort', () => resolve(), { once: true });
        const conflict = () =>
          reject(
            new Refusal(
              409,
              'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
            ),
          );
        held = { wake: resolve, conflict };
        this.#held = held;
        this.polls.add({ offset });
      });
    } finally {
      clearTimeout(timer);
      // A newer poll may have taken the place.
      if (this.#held === held) this.#held = undefined;
    }
  }

  async #deliver(update: Update, { url, secret }: Webhook): Promise<void> {
    const headers = {
      'content-type': 'application/json',
      ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
    };
    // Status 0 stands for a connection that failed.
    const status = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) }).then(
      (response) => response.status,
      () => 0,
    );
    if (status >= 200 && status < 300)
      this.#pending = this.#pending.filter(({ update_id }) => update_id !== update.update_id);
    this.deliveries.add({ updateId: update.update_id, status });
  }
}
