import {
  MessageFlags,
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Request } from '../../../assistant/request.ts';
import { answerInTime } from '../answer-in-time.ts';
import { renderDiscord } from '../render/render-reply.ts';
import type { Context } from './context.ts';

/** What goes with the answer to a command. */
export interface CommandAnswer {
  /** Whether only the asker may see it. */
  readonly isPrivate: boolean;
  /** What stands before the answer, and whom it may ping. */
  readonly lead?: Pick<InteractionReplyOptions, 'content' | 'allowedMentions'>;
}

/**
 * Answers a command. Who sees the answer is settled by the first acknowledgement, so a reply that turns out to be for
 * the asker alone after everybody was promised one takes the place of the promise.
 */
export async function answerCommand(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  request: Request,
  { isPrivate, lead }: CommandAnswer,
  { assistant, now, wait }: Context,
): Promise<void> {
  const { answer: reply, deferred } = await answerInTime(assistant.respond(request), {
    age: now() - interaction.createdTimestamp,
    wait,
    defer: () => interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}),
  });
  const forAskerOnly = isPrivate || (reply.audience === 'asker' && request.place.kind === 'group');
  const origin = request.input.type === 'action' ? request.input.action : undefined;
  const message = {
    ...lead,
    ...renderDiscord(reply, { origin, removableBy: forAskerOnly ? undefined : interaction.user.id }),
  };
  const hidden = { ...message, flags: MessageFlags.Ephemeral } as const;
  if (!deferred) {
    await interaction.reply(forAskerOnly ? hidden : message);
  } else if (forAskerOnly && !isPrivate) {
    await interaction.deleteReply();
    await interaction.followUp(hidden);
  } else {
    await interaction.editReply(message);
  }
}
