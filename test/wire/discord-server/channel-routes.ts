import * as z from 'zod';
import { ApiError, checked } from './api-error.ts';
import { pingedBy } from './mentions.ts';
import { channelMessage, editedMessage, type MessageContent } from './message-rules.ts';
import { channelPayload, messagePayload } from './payloads.ts';
import { timeOf } from './snowflake.ts';
import { filesAfter, type Sent } from './uploads.ts';
import type { Channel, StoredFile, StoredMessage, World } from './world.ts';

/** How long a nonce stands for the message that had it: Discord says a few minutes. */
const NONCE_MS = 5 * 60_000;

/** `POST /channels/{id}/messages`. Tells `onMessage` of a new message. */
export function createMessage(
  world: World,
  channelId: string,
  { body: raw, uploads }: Sent,
  onMessage: (message: StoredMessage) => void,
) {
  mustBeOpen(world, channelId);
  const body = checked(channelMessage, raw);
  const files = filesAfter(world, body, uploads);
  refuseEmpty(body, files);
  const nonce = body.nonce === undefined ? undefined : String(body.nonce);
  const twin = world
    .messagesIn(channelId)
    .find(
      (each) =>
        nonce !== undefined &&
        each.nonce === nonce &&
        each.author === world.bot &&
        timeOf(each.id) > world.now() - NONCE_MS,
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
    files,
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

/** `PATCH /channels/{id}/messages/{id}`. */
export function editMessage(world: World, channelId: string, messageId: string, { body: raw, uploads }: Sent) {
  mustBeOpen(world, channelId);
  const message = world.messages.get(messageId);
  // What only one person sees is no message of the channel.
  if (message?.channelId !== channelId || message.deleted || message.onlyFor !== undefined) {
    throw new ApiError(404, 10008, 'Unknown Message');
  }
  if (message.author !== world.bot) throw new ApiError(403, 50005, 'Cannot edit a message authored by another user');
  changeMessage(world, message, checked(editedMessage, raw), uploads);
  return messagePayload(world, message);
}

/** Puts what is given in the place of what a message had. */
export function changeMessage(world: World, message: StoredMessage, change: MessageContent, uploads: Sent['uploads']) {
  pingedBy(world, change); // an edit pings nobody, but a text that doesn't say whom it may is still kept in mind
  const given = Object.entries(change).filter(([key, value]) => value !== undefined && key !== 'flags');
  const body: MessageContent = { ...message.body, ...Object.fromEntries(given) };
  const files = filesAfter(world, change, uploads, message.files);
  refuseEmpty(body, files);
  message.body = body;
  message.files = files;
  message.edits += 1;
}

/** `POST /users/@me/channels`: the channel of direct messages with somebody. */
export function openDirectChannel(world: World, raw: unknown) {
  const { recipient_id } = checked(z.strictObject({ recipient_id: z.string().regex(/^\d{1,20}$/) }), raw);
  const [channelId] = [...world.directChannels].find(([, { id }]) => id === recipient_id) ?? [];
  if (channelId === undefined) throw new ApiError(400, 50033, 'Invalid Recipient(s)');
  return channelPayload(world, channelId);
}

const newThread = z.strictObject({
  name: z.string().min(1).max(100),
  auto_archive_duration: z.union([60, 1440, 4320, 10_080].map((minutes) => z.literal(minutes))).nullish(),
  type: z.int().min(10).max(12).nullish(),
  invitable: z.boolean().nullish(),
  rate_limit_per_user: z.int().min(0).max(21_600).nullish(),
});

/** `POST /channels/{id}/threads`. Tells `onThread` of the new one. */
export function createThread(world: World, channelId: string, raw: unknown, onThread: (thread: Channel) => void) {
  if (world.directChannels.has(channelId)) throw new ApiError(400, 50003, 'Cannot execute action on a DM channel');
  mustBeOpen(world, channelId);
  if (world.channels.get(channelId)?.parent !== undefined) {
    throw new ApiError(400, 50024, 'Cannot execute action on this channel type');
  }
  const thread = world.newChannel(checked(newThread, raw).name, channelId);
  onThread(thread);
  return channelPayload(world, thread.id);
}

/** @throws {ApiError} when the bot can't write there */
function mustBeOpen(world: World, channelId: string): void {
  const person = world.directChannels.get(channelId);
  if (person) {
    if (world.blockedBy.has(person.id)) throw new ApiError(403, 50007, 'Cannot send messages to this user');
    return;
  }
  const channel = world.channels.get(channelId);
  if (!channel || channel.closed === 'deleted') throw new ApiError(404, 10003, 'Unknown Channel');
  if (channel.closed === 'forbidden') throw new ApiError(403, 50013, 'Missing Permissions');
}

/** @throws {ApiError} 50006 when there is nothing to see in a message */
export function refuseEmpty({ content, embeds, components }: MessageContent, files: readonly StoredFile[]): void {
  if (!content?.trim() && !embeds?.length && !components?.length && files.length === 0)
    throw new ApiError(400, 50006, 'Cannot send an empty message');
}
