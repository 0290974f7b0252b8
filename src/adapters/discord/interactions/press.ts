import { ComponentType, MessageFlags, type ButtonInteraction, type StringSelectMenuInteraction } from 'discord.js';
import { decodeAction, type Action } from '../../../assistant/action.ts';
import type { Reply } from '../../../assistant/reply.ts';
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

/** Shows what an action leads to, where the answer says and where it changes nobody else's message. */
async function showAction(
  interaction: Press,
  action: Action,
  page: number,
  { assistant, now, wait }: Context,
): Promise<void> {
  const { answer: reply, deferred } = await answerInTime(
    assistant.respond(interactionRequest(interaction, { type: 'action', action })),
    {
      age: now() - interaction.createdTimestamp,
      wait,
      // Shows nothing yet, so that the answer is still free to change the message, stand beside it or be hidden.
      defer: () => interaction.deferUpdate(),
    },
  );
  const presentation = { origin: action, page };
  const showing = showingOf(interaction, reply);
  if (showing === 'in-place') {
    const message = renderDiscord(reply, { ...presentation, removableBy: ownerOf(interaction) });
    // The files of what stood there before go with it.
    const instead = { ...message, attachments: [] };
    await (deferred ? interaction.editReply(instead) : interaction.update(instead));
    return;
  }
  const message =
    showing === 'hidden'
      ? ({ ...renderDiscord(reply, presentation), flags: MessageFlags.Ephemeral } as const)
      : renderDiscord(reply, { ...presentation, removableBy: interaction.user.id });
  await (deferred ? interaction.followUp(message) : interaction.reply(message));
}

/**
 * Where the answer to a press goes: into the place of the message, into a message of its own, or into one that only the
 * presser sees. Nobody changes the answer that somebody else got, and nothing leaves a hidden message for all to see.
 */
function showingOf(
  interaction: Press,
  { placement = 'replace', audience }: Pick<Reply, 'placement' | 'audience'>,
): 'in-place' | 'beside' | 'hidden' {
  if (placement === 'notice') return 'hidden';
  if (interaction.message.flags.has(MessageFlags.Ephemeral)) return placement === 'beside' ? 'hidden' : 'in-place';
  if (audience === 'asker' && isShared(interaction)) return 'hidden';
  if (placement === 'beside') return 'beside';
  return !isShared(interaction) || ownerOf(interaction) === interaction.user.id ? 'in-place' : 'hidden';
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
