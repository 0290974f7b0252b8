import { TelegramError } from 'telegraf';
import { AdapterError, NetworkFailure, PlatformRefusal } from '../../errors.ts';

/** The Bot API answered no to one call. Carries what it said, never what was sent. */
export class BotApiRefusal extends PlatformRefusal {
  readonly method: string;
  /** As an HTTP status: 400 malformed, 401 wrong token, 403 not allowed, 409 conflict. */
  readonly code: number;
  readonly description: string;
  /** The supergroup that the chat has become. */
  readonly migrateToChatId: number | undefined;

  constructor(method: string, error: TelegramError) {
    const description = withoutQuotes(error.description);
    super(`Telegram refused ${method}: ${error.code} ${description}`, { cause: withoutPayload(method, error) });
    this.method = method;
    this.code = error.code;
    this.description = description;
    this.migrateToChatId = error.parameters?.migrate_to_chat_id;
  }
}

/** Whether a refusal means that the bot can't write in a chat, now or ever, rather than that a message is at fault. */
export function isClosed({ code, description }: BotApiRefusal): boolean {
  return code === 403 || CLOSED.test(description);
}

const CLOSED =
  /chat not found|PEER_ID_INVALID|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|message thread not found|TOPIC_(CLOSED|DELETED)/i;

/** Too much was sent: nothing may be sent again before the time is over. */
export class FloodWait extends AdapterError {
  override readonly name = 'FloodWait';
  readonly retryAfterSeconds: number;

  constructor(method: string, error: TelegramError) {
    const seconds = error.parameters?.retry_after ?? 1;
    super(`Telegram wants ${seconds} s of silence before the next ${method}`, { cause: withoutPayload(method, error) });
    this.retryAfterSeconds = seconds;
  }
}

/** Whatever a call threw, as one of the adapter's errors, with the token cut out. */
export function apiError(method: string, error: unknown, token: string): AdapterError {
  if (error instanceof TelegramError && error.code === 429) return new FloodWait(method, error);
  if (error instanceof TelegramError && error.code < 500) return new BotApiRefusal(method, error);
  const cause = error instanceof TelegramError ? withoutPayload(method, error) : withoutToken(error, token);
  return new NetworkFailure(`Telegram could not be reached for ${method}: ${cause.message}`, { cause });
}

/** Telegraf keeps a call's payload, and so people's words, in its errors; a log would repeat them. */
function withoutPayload(method: string, { response }: TelegramError): Error {
  return new TelegramError({ ...response, description: withoutQuotes(response.description) }, { method });
}

/** Telegram quotes the piece of the text that it could not parse. */
function withoutQuotes(description: string): string {
  return description.replace(/"[^"]*"/g, '"…"');
}

/** The message and the stack of a network error contain the address, and the address contains the token. */
function withoutToken(error: unknown, token: string): Error {
  if (!(error instanceof Error)) return new Error(String(error).replaceAll(token, '[token]'));
  const safe = new Error(error.message.replaceAll(token, '[token]'));
  safe.name = error.name;
  if (error.stack !== undefined) safe.stack = error.stack.replaceAll(token, '[token]');
  return safe;
}
