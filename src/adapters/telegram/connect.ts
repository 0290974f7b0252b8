import type { UserFromGetMe } from 'telegraf/types';
import { PlatformRefusal } from '../errors.ts';
import { BotApiRefusal } from './api/api-error.ts';
import type { BotApi, CallOptions } from './api/bot-api.ts';
import { ALLOWED_UPDATES } from './updates/allowed-updates.ts';

/** The webhook to be registered. */
export interface WebhookRegistration {
  readonly url: string;
  readonly secret: string;
}

/**
 * Learns who the bot is and tells Telegram how its updates are fetched: by the webhook, or by polling without one.
 *
 * @throws {PlatformRefusal} when the token or the webhook's address is refused, {@link NetworkFailure} or
 *   {@link FloodWait} when the attempts are used up
 */
export async function connect(
  api: BotApi,
  webhook: WebhookRegistration | undefined,
  options: CallOptions,
): Promise<UserFromGetMe> {
  const bot = await api.call('getMe', {}, options).catch(explainToken);
  if (webhook) {
    const { url, secret } = webhook;
    await api
      .call('setWebhook', { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES }, options)
      .catch(explainWebhook);
  } else {
    await api.call('deleteWebhook', {}, options);
  }
  return bot;
}

/**
 * Throws an error on, in plain words if it means that the token is wrong: Telegram answers 401 to a token it doesn't
 * know, or no longer, and 404 to one that cannot be any.
 */
export function explainToken(error: unknown): never {
  if (!(error instanceof BotApiRefusal) || (error.code !== 401 && error.code !== 404)) throw error;
  throw new PlatformRefusal(
    'Telegram doesn’t know TELEGRAM_BOT_TOKEN: copy the token from @BotFather (/mybots, API Token) again.',
    { cause: error },
  );
}

function explainWebhook(error: unknown): never {
  if (!(error instanceof BotApiRefusal)) throw error;
  throw new PlatformRefusal(
    `Telegram refused TELEGRAM_WEBHOOK_URL (${error.description}): it wants a public https address on port 443, 80, 88 or 8443.`,
    { cause: error },
  );
}
