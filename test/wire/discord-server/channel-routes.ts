import { ApiError, checked } from './api-error.ts';
import { pingedBy } from './mentions.ts';
import { channelMessage, type MessageContent } from './message-rules.ts';
import { messagePayload } from './payloads.ts';
import type { StoredMessage, World } from './world.ts';

/** `POST /channels/{id}/messages`. Tells `onMessage` of a new message. */
export function createMessage(
  world: World,
  channelId: string,
  raw: unknown,
  onMessage: (message: StoredMessage) => void,
) {
  if (channelId !== world.channelId && !world.directChannels.has(channelId))
    throw new ApiError(404, 10003, 'Unknown Channel');
  const body = checked(channelMessage, raw);
  refuseEmpty(body);
  const nonce = body.nonce === undefined ? undefined : String(body.nonce);
  const twin = [...world.messages.values()].find(
    (each) => nonce !== undefined && each.nonce === nonce && each.author === world.bot,
  );
  if (twin && body.enforce_nonce) return messagePayload(world, twin);
  const answered = body.message_reference && world.messages.get(body.message_reference.message_id);
  if (body.message_reference && !answered && body.message_reference.fail_if_not_exists !== false) {
    throw new ApiError(400, 50035, 'Invalid Form Body', {
      errors: { message_reference: { _errors: [{ code: 'UNKNOWN', message: 'Unknown message' }] } },
    });
  }
  const message: StoredMessage = {
    id: world.ids.next(),
    channelId,
    author: world.bot,
    body,
    flags: 0,
    ...(answered && { repliesTo: answered.id }),
    ...(nonce !== undefined && { nonce }),
    pinged: pingedBy(world, body, answered?.author.id),
    deleted: false,
    edits: 0,
  };
  world.messages.set(message.id, message);
  onMessage(message);
  return messagePayload(world, message);
}

/** @throws {ApiError} 50006 when there is nothing to see in a message */
export function refuseEmpty({ content, embeds, components }: MessageContent): void {
  if (!content?.trim() && !embeds?.length && !components?.length)
    throw new ApiError(400, 50006, 'Cannot send an empty message');
}
