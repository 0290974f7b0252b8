import { ApiError, checked } from './api-error.ts';
import { changeMessage, refuseEmpty } from './channel-routes.ts';
import { pingedBy } from './mentions.ts';
import { autocompleteResult, interactionMessage, type MessageContent } from './message-rules.ts';
import { messagePayload } from './payloads.ts';
import { timeOf } from './snowflake.ts';
import { filesAfter, type Sent } from './uploads.ts';
import { FLAGS, type StoredInteraction, type StoredMessage, type World } from './world.ts';

/** Milliseconds within which an interaction must be acknowledged. */
const ACKNOWLEDGE_WITHIN = 3000;

/** Types of callbacks. @see https://docs.discord.com/developers/interactions/receiving-and-responding */
const CALLBACK = Object.freeze({ message: 4, deferredMessage: 5, deferredUpdate: 6, update: 7, autocomplete: 8 });

/** `POST /interactions/{id}/{token}/callback`. */
export function acknowledge(world: World, id: string, token: string, { body: raw, uploads }: Sent): void {
  const interaction = world.interactions.get(token);
  if (!interaction || interaction.id !== id) throw new ApiError(404, 10062, 'Unknown interaction');
  if (interaction.acknowledged !== undefined) {
    throw new ApiError(400, 40060, 'Interaction has already been acknowledged.');
  }
  if (world.now() - timeOf(id) > ACKNOWLEDGE_WITHIN) throw new ApiError(404, 10062, 'Unknown interaction');
  const { type, data } = raw as { type: number; data?: unknown }; // data is checked below, by type
  const allowed = ALLOWED[interaction.kind];
  if (!allowed.includes(type))
    throw new ApiError(400, 50035, `Invalid Form Body: callback type ${type} for a ${interaction.kind}`);
  if (type === CALLBACK.autocomplete) {
    interaction.choices = checked(autocompleteResult, data).choices;
  } else if (type === CALLBACK.message) {
    const body = checked(interactionMessage, data);
    interaction.original = newMessage(world, interaction, { body, uploads }, body.flags ?? 0);
  } else if (type === CALLBACK.deferredMessage) {
    const { flags } = checked(interactionMessage, data);
    interaction.original = promisedMessage(world, interaction, flags ?? 0);
  } else if (interaction.source) {
    interaction.original = interaction.source;
    if (type === CALLBACK.update) edit(world, interaction.source, { body: checked(interactionMessage, data), uploads });
  }
  interaction.acknowledged = type;
}

const ALLOWED: Readonly<Record<StoredInteraction['kind'], readonly number[]>> = {
  command: [CALLBACK.message, CALLBACK.deferredMessage],
  component: [CALLBACK.message, CALLBACK.deferredMessage, CALLBACK.deferredUpdate, CALLBACK.update],
  autocomplete: [CALLBACK.autocomplete],
};

/** `POST /webhooks/{application}/{token}`: a follow-up; the first after a deferral takes the deferral's place. */
export function followUp(world: World, token: string, sent: Sent) {
  const interaction = acknowledged(world, token);
  const body = checked(interactionMessage, sent.body);
  const { original } = interaction;
  if (original && !original.deleted && original.flags & FLAGS.loading) return editOriginal(world, token, sent);
  const message = newMessage(world, interaction, { ...sent, body }, body.flags ?? 0);
  interaction.followUps.push(message);
  return messagePayload(world, message);
}

/** `PATCH /webhooks/{application}/{token}/messages/@original`. */
export function editOriginal(world: World, token: string, { body: raw, uploads }: Sent) {
  const message = originalOf(world, token);
  const body = checked(interactionMessage, raw);
  const fills = Boolean(message.flags & FLAGS.loading);
  edit(world, message, { body, uploads });
  // The edit that fills a deferral is the message's arrival: it pings.
  if (fills) message.pinged = pingedBy(world, body);
  return messagePayload(world, message);
}

/** `DELETE /webhooks/{application}/{token}/messages/@original`. */
export function deleteOriginal(world: World, token: string): void {
  originalOf(world, token).deleted = true;
}

function acknowledged(world: World, token: string): StoredInteraction {
  const interaction = world.interactions.get(token);
  if (interaction?.acknowledged === undefined) throw new ApiError(404, 10015, 'Unknown Webhook');
  return interaction;
}

function originalOf(world: World, token: string): StoredMessage {
  const { original } = acknowledged(world, token);
  if (!original || original.deleted) throw new ApiError(404, 10008, 'Unknown Message');
  return original;
}

/** A body that was checked, with its files. */
interface Checked extends Sent {
  readonly body: MessageContent;
}

function newMessage(
  world: World,
  interaction: StoredInteraction,
  { body, uploads }: Checked,
  flags: number,
): StoredMessage {
  const files = filesAfter(world, body, uploads);
  refuseEmpty(body, files);
  return store(world, interaction, {
    body,
    files,
    flags,
    pinged: flags & FLAGS.ephemeral ? [] : pingedBy(world, body),
  });
}

/** The message that says that the bot is thinking. */
function promisedMessage(world: World, interaction: StoredInteraction, flags: number): StoredMessage {
  return store(world, interaction, { body: {}, files: [], flags: flags | FLAGS.loading, pinged: [] });
}

function store(
  world: World,
  { channelId, user }: StoredInteraction,
  parts: Pick<StoredMessage, 'body' | 'files' | 'flags' | 'pinged'>,
): StoredMessage {
  const message: StoredMessage = {
    id: world.ids.next(),
    channelId,
    author: world.bot,
    ...parts,
    ...(parts.flags & FLAGS.ephemeral && { onlyFor: user.id }),
    deleted: false,
    edits: 0,
  };
  world.messages.set(message.id, message);
  return message;
}

function edit(world: World, message: StoredMessage, { body, uploads }: Checked): void {
  changeMessage(world, message, body, uploads);
  message.flags &= ~FLAGS.loading;
}
