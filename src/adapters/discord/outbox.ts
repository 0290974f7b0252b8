import { createHash, randomUUID } from 'node:crypto';
import {
  ChannelType,
  DiscordAPIError,
  RESTJSONErrorCodes,
  Routes,
  ThreadAutoArchiveDuration,
  type APIDMChannel,
  type APIMessage,
  type APIThreadChannel,
  type REST,
  type RequestData,
} from 'discord.js';
import { Undeliverable } from '../../assistant/outbox.ts';
import type { Reply } from '../../assistant/reply.ts';
import type { AdapterOutbox } from '../adapter.ts';
import { NetworkFailure, PlatformRefusal } from '../errors.ts';
import { isClosed, withoutContent } from './failures.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { shorten } from './render/escape.ts';
import { renderDiscord, type DiscordMessage } from './render/render-reply.ts';

/**
 * How Otto speaks up on Discord. It needs the REST API only, so a broken gateway keeps nothing back.
 *
 * @param connected the REST client; `undefined` while Otto isn't logged in
 */
export function createDiscordOutbox(connected: () => REST | undefined): AdapterOutbox {
  /** Does something on Discord, telling what can never succeed from a passing failure. */
  const onDiscord = async <T>(work: (rest: REST) => Promise<T>): Promise<T> => {
    const rest = connected();
    if (!rest) throw new NetworkFailure('Otto is not logged in to Discord now.');
    try {
      return await work(rest);
    } catch (error) {
      throw outboxFailure(error);
    }
  };
  return {
    isReady: () => connected() !== undefined,
    post: (place, reply, key) => onDiscord((rest) => send(rest, place, reply, key)),
    edit: (place, message, reply) =>
      onDiscord(async (rest) => {
        try {
          await rest.patch(Routes.channelMessage(place, message), requestOf(renderDiscord(reply)));
        } catch (error) {
          if (!hasCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
          await send(rest, place, reply);
        }
      }),
    tell: (person, reply) =>
      onDiscord(async (rest) => {
        // Asked for anew each time: Discord gives the same channel again. The route decides the type.
        const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: person } })) as APIDMChannel;
        await send(rest, channel.id, reply);
      }),
    openThread: (place, title) => onDiscord((rest) => openThread(rest, place, title)),
  };
}

async function send(rest: REST, channel: string, reply: Reply, key?: string): Promise<string> {
  const { body, files } = requestOf(renderDiscord(reply));
  // Even without a key: discord.js sends again what got no response, though it may have arrived.
  const once = { nonce: nonceOf(`${channel} ${key ?? randomUUID()}`), enforce_nonce: true };
  const sent = await rest.post(Routes.channelMessages(channel), { body: { ...body, ...once }, files });
  // The route decides the type.
  return (sent as Pick<APIMessage, 'id'>).id;
}

/**
 * Opens a thread that everybody in the channel sees; `undefined` where Otto may write but not open one, for example
 * because it is a thread already.
 *
 * @see https://docs.discord.com/developers/resources/channel#start-thread-without-message
 */
async function openThread(rest: REST, place: string, title: string): Promise<string | undefined> {
  const body = {
    name: shorten(title, DISCORD_LIMITS.threadName),
    type: ChannelType.PublicThread,
    auto_archive_duration: ThreadAutoArchiveDuration.OneHour,
  };
  try {
    // The route decides the type.
    const { id } = (await rest.post(Routes.threads(place), { body })) as Pick<APIThreadChannel, 'id'>;
    return id;
  } catch (error) {
    if (NO_THREADS.some((code) => hasCode(error, code))) return undefined;
    throw error;
  }
}

const NO_THREADS = [
  RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
  RESTJSONErrorCodes.CannotExecuteActionOnDMChannel,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MaximumActiveThreads,
];

/** A message as the REST API takes it. Files that it had before are gone when it is edited. */
function requestOf({ embeds, components, files = [] }: DiscordMessage) {
  return {
    body: {
      embeds,
      components,
      attachments: files.map(({ description }, id) => ({ id, ...(description !== undefined && { description }) })),
      allowed_mentions: { parse: [] },
    },
    files: files.map(({ attachment, name }) => ({ data: attachment, name })),
  } satisfies RequestData;
}

/**
 * A nonce that is the same whenever the same message is posted again: Discord then gives the first one back.
 *
 * @see https://docs.discord.com/developers/resources/message#create-message
 */
function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, DISCORD_LIMITS.nonce);
}

function hasCode(error: unknown, code: number): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}

function outboxFailure(error: unknown): Error {
  const cause = withoutContent(error);
  if (isClosed(error)) return new Undeliverable('Discord does not let the bot write there', { cause });
  const isRefusal = error instanceof DiscordAPIError && error.status < 500 && error.status !== 429;
  if (isRefusal) return new PlatformRefusal('Discord refused a message.', { cause });
  return new NetworkFailure('A message could not be sent to Discord.', { cause });
}
