import { ComponentType, MessageFlags, type ButtonInteraction, type StringSelectMenuInteraction } from 'discord.js';
import { decodeAction, type Action } from '../../../assistant/action.ts';
import { answerInTime } from '../answer-in-time.ts';
import { decodeControl } from '../custom-id.ts';
import { renderDiscord } from '../render/render-reply.ts';
import type { Context } from './context.ts';
import { interactionRequest, isShared } from './request.ts';

type Press = ButtonInteraction | StringSelectMenuInteraction;

/** Does what a pressed button or a picked choice stands for. */
export async function handlePress(interaction: Press, context: Context): Promise<void> {
  const control = decodeControl(interaction.customId);
  if (control?.type === 'remove') return remove(interaction, control.asker);
  const [picked = ''] = interaction.isStringSelectMenu() ? interaction.values : [];
  const action = control?.type === 'action' ? control.action : decodeAction(picked);
  if (action) return showAction(interaction, action, control?.type === 'action' ? control.page : 0, context);
  await whisper(interaction, 'This button is from before an update of mine and no longer works. Please ask me again.');
}

async function remove(interaction: Press, asker: string): Promise<void> {
  if (interaction.user.id !== asker) {
    await whisper(interaction, 'Only the person who asked can remove this.');
    return;
  }
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

/**
 * Shows what an action leads to: in place when the answer is the presser's own, in a reply that only the presser sees
 * when it is somebody else's, so that nobody changes another's answer.
 */
async function showAction(
  interaction: Press,
  action: Action,
  page: number,
  { assistant, now, wait }: Context,
): Promise<void> {
  const owner = ownerOf(interaction);
  const isHidden = interaction.message.flags.has(MessageFlags.Ephemeral);
  const inPlace = isHidden || !isShared(interaction) || owner === interaction.user.id;
  const { answer: reply, deferred } = await answerInTime(
    assistant.respond(interactionRequest(interaction, { type: 'action', action })),
    {
      age: now() - interaction.createdTimestamp,
      wait,
      defer: () => (inPlace ? interaction.deferUpdate() : interaction.deferReply({ flags: MessageFlags.Ephemeral })),
    },
  );
  const forAskerOnly = reply.audience === 'asker' && isShared(interaction) && !isHidden;
  const presentation = { origin: action, page };
  if (inPlace && !forAskerOnly) {
    const message = renderDiscord(reply, { ...presentation, removableBy: owner });
    await (deferred ? interaction.editReply(message) : interaction.update(message));
    return;
  }
  const message = { ...renderDiscord(reply, presentation), flags: MessageFlags.Ephemeral } as const;
  if (!deferred) await interaction.reply(message);
  else if (inPlace) await interaction.followUp(message);
  else await interaction.editReply(renderDiscord(reply, presentation));
}

/** Who asked for the message, as its remove button tells. */
function ownerOf({ message }: Press): string | undefined {
  return message.components
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .map(({ customId }) => (customId === null ? undefined : decodeControl(customId)))
    .find((control) => control?.type === 'remove')?.asker;
}

async function whisper(interaction: Press, content: string): Promise<void> {
  await interaction.reply({ content, flags: MessageFlags.Ephemeral });
}
