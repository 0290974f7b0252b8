import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { NetworkFailure, PlatformRefusal, type AdapterError } from '../errors.ts';

const PORTAL = 'https://discord.com/developers/applications';

const WRONG_TOKEN = `Discord refused the bot token. Make a new one under "Bot" at ${PORTAL} and set it as DISCORD_BOT_TOKEN.`;

/**
 * What to do when Discord closes the gateway for good, by close code.
 *
 * @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
const FINAL_CLOSES: Readonly<Record<number, string>> = Object.freeze({
  [GatewayCloseCodes.AuthenticationFailed]: WRONG_TOKEN,
  [GatewayCloseCodes.DisallowedIntents]: `Discord refused the gateway intents Otto asked for (server list, server messages and direct messages, none of them privileged). Look under "Bot" at ${PORTAL} whether the application has been restricted.`,
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know the gateway intents Otto asked for. Update Otto.',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer serves the gateway version Otto speaks. Update Otto.',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in too many servers for its number of shards. Restart Otto, which asks for the number anew.',
  [GatewayCloseCodes.InvalidShard]:
    'Discord refused the number of shards. Restart Otto, which asks for the number anew.',
});

/** What a close of the gateway for good means and what to do about it; `undefined` when Discord will take the bot back. */
export function adviceForClose(closeCode: number): string | undefined {
  return FINAL_CLOSES[closeCode];
}

/**
 * Why connecting failed.
 *
 * @param closeCode how the gateway closed for good, when it did
 * @returns a {@link PlatformRefusal} when trying again won't help, else a {@link NetworkFailure}
 */
export function connectionFailure(cause: unknown, closeCode: number | undefined): AdapterError {
  const advice = closeCode === undefined ? undefined : adviceForClose(closeCode);
  if (advice !== undefined) return new PlatformRefusal(advice, { cause: withoutContent(cause) });
  if (isRefusedToken(cause)) return new PlatformRefusal(WRONG_TOKEN, { cause: withoutContent(cause) });
  if (cause instanceof DiscordAPIError && cause.status >= 400 && cause.status < 500 && cause.status !== 429) {
    return new PlatformRefusal(
      `Discord answered ${cause.status} to ${cause.method}. If DISCORD_API_URL is set, check that it ends in /api and leads to Discord's API.`,
      { cause: withoutContent(cause) },
    );
  }
  return new NetworkFailure('Discord could not be reached.', { cause: withoutContent(cause) });
}

function isRefusedToken(error: unknown): boolean {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
  return error instanceof DiscordAPIError && error.status === 401;
}

/**
 * An error as it may be logged. discord.js keeps what was sent on its errors, and addresses that hold interaction
 * tokens; both stay out.
 */
export function withoutContent(error: unknown): Error {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    const code = error instanceof DiscordAPIError ? `, code ${error.code}: ${error.message}` : '';
    return new Error(`${error.method} answered ${error.status}${code}`);
  }
  return error instanceof Error ? error : new Error('A value that is no error was thrown', { cause: error });
}

const GONE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

/** Whether what was to be answered is gone: too late, answered already, or deleted. Nothing can or need be done then. */
export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && GONE.has(error.code);
}

const FORBIDDEN: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
]);

const CLOSED: ReadonlySet<number | string> = new Set([
  ...FORBIDDEN,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.InvalidRecipients,
  RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
]);

/** Whether a channel or person is closed to the bot for good: gone, forbidden, or blocked by them. */
export function isClosed(error: unknown): boolean {
  return error instanceof DiscordAPIError && CLOSED.has(error.code);
}

/** Whether the bot lacks a permission in the channel. */
export function isForbidden(error: unknown): boolean {
  return error instanceof DiscordAPIError && FORBIDDEN.has(error.code);
}
