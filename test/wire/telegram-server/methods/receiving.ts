import { integer, text, type Parameters } from '../schema.ts';
import type { UpdateFeed } from '../update-feed.ts';

/** https://core.telegram.org/bots/api#getupdates */
export function getUpdates(parameters: Parameters, feed: UpdateFeed, gone: AbortSignal) {
  const offset = integer(parameters, 'offset');
  const limit = integer(parameters, 'limit');
  const timeout = integer(parameters, 'timeout');
  const allowed = updateKinds(parameters);
  return feed.poll(
    {
      ...(offset !== undefined && { offset }),
      ...(limit !== undefined && { limit }),
      ...(timeout !== undefined && { timeout }),
      ...(allowed && { allowed }),
    },
    gone,
  );
}

/** https://core.telegram.org/bots/api#setwebhook */
export function setWebhook(parameters: Parameters, feed: UpdateFeed): true {
  feed.setWebhook(text(parameters, 'url') ?? '', text(parameters, 'secret_token'), updateKinds(parameters));
  return true;
}

/** https://core.telegram.org/bots/api#deletewebhook */
export function deleteWebhook(_parameters: Parameters, feed: UpdateFeed): true {
  feed.setWebhook('', undefined, undefined);
  return true;
}

/** https://core.telegram.org/bots/api#getwebhookinfo */
export function getWebhookInfo(_parameters: Parameters, feed: UpdateFeed) {
  return { url: feed.webhook?.url ?? '', has_custom_certificate: false, pending_update_count: feed.pending };
}

function updateKinds(parameters: Parameters): readonly string[] | undefined {
  const kinds = parameters['allowed_updates'];
  return Array.isArray(kinds) && kinds.length > 0 ? kinds.map(String) : undefined;
}
