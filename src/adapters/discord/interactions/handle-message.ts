import { MessageType, type Message } from 'discord.js';
import { isForbidden, isGone, withoutContent } from '../failures.ts';
import { renderDiscord } from '../render/render-reply.ts';
import type { Context } from './context.ts';
import { messageRequest } from './request.ts';

/**
 * Answers a message that mentions Otto, replies to Otto or is sent to Otto directly; everything else is left alone.
 * Never throws: what goes wrong is logged and the asker is told.
 */
export async function handleMessage(message: Message, context: Context): Promise<void> {
  if (!isForOtto(message)) return;
  const begun = context.now();
  try {
    const reply = await context.assistant.respond(messageRequest(message));
    await message.reply({ ...renderDiscord(reply, { removableBy: message.author.id }), ...onceFor(message) });
    context.log.debug({ message: message.id, milliseconds: context.now() - begun }, 'answered a message');
  } catch (error) {
    await tellFailure(message, error, context);
  }
}

function isForOtto(message: Message): boolean {
  if (message.author.bot || message.webhookId !== null) return false;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return false;
  return !message.inGuild() || message.mentions.users.has(message.client.user.id);
}

/**
 * Makes Discord send an answer only once, though the same message may come twice after a lost connection or the answer
 * be sent twice after a lost response.
 *
 * @see https://docs.discord.com/developers/resources/message#create-message
 */
function onceFor({ id }: Message) {
  return { nonce: id, enforceNonce: true, allowedMentions: { parse: [], repliedUser: false } };
}

async function tellFailure(message: Message, error: unknown, { log }: Context): Promise<void> {
  const about = { message: message.id, channel: message.channelId, err: withoutContent(error) };
  if (isGone(error)) {
    log.debug(about, 'a message was gone before its answer');
    return;
  }
  if (isForbidden(error)) {
    log.warn(about, 'not allowed to answer a message: give the bot View Channel, Send Messages and Embed Links there');
    return;
  }
  const faultId = message.id.slice(-8);
  log.error({ ...about, faultId }, 'a message failed');
  try {
    const content = `Something went wrong on my side. Please try again; if it stays, report it as ${faultId}.`;
    await message.reply({ content, ...onceFor(message) });
  } catch (second) {
    log.warn({ faultId, err: withoutContent(second) }, 'could not apologise for a failed message');
  }
}
