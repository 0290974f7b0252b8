import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Update } from 'telegraf/types';

/** The header that carries the secret (https://core.telegram.org/bots/api#setwebhook). */
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/** How many update ids are remembered; Telegram repeats a delivery soon or not at all. */
const REMEMBERED = 10_000;

/**
 * The secret by which a delivery proves that it comes from Telegram. It is made from the token, so that all instances
 * of one bot agree on it without being told.
 */
export function webhookSecret(token: string): string {
  return createHmac('sha256', token).update('otto telegram webhook').digest('hex');
}

/**
 * Takes deliveries from Telegram over HTTP. Each is answered when its update is handled, so that one that is lost with
 * this process is delivered again; an update that comes again meanwhile or afterwards isn't handled again.
 *
 * @param handle handles an update; must not reject
 */
export function createWebhookHandler(
  secret: string,
  handle: (update: Update) => Promise<void>,
): (request: Request) => Promise<Response> {
  const handled = new Map<number, Promise<void>>();
  return async (request) => {
    if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'POST' } });
    if (!isSecret(request.headers.get(SECRET_HEADER), secret)) return new Response(null, { status: 401 });
    const update = await readUpdate(request);
    if (!update) return new Response(null, { status: 400 });
    let handling = handled.get(update.update_id);
    if (!handling) {
      handling = handle(update);
      handled.set(update.update_id, handling);
      const [oldest] = handled.keys();
      if (handled.size > REMEMBERED && oldest !== undefined) handled.delete(oldest);
    }
    await handling;
    return new Response(null, { status: 200 });
  };
}

/** Compares digests, which are of equal length, in a time that says nothing about where they differ. */
function isSecret(given: string | null, secret: string): boolean {
  if (given === null) return false;
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function readUpdate(request: Request): Promise<Update | undefined> {
  try {
    const body: unknown = await request.json();
    return isUpdate(body) ? body : undefined;
  } catch {
    // Not JSON, or cut off: answered as a bad request.
    return undefined;
  }
}

/** The secret has proved the sender, so the rest of the form is Telegram's word. */
function isUpdate(body: unknown): body is Update {
  return typeof body === 'object' && body !== null && 'update_id' in body && typeof body.update_id === 'number';
}
