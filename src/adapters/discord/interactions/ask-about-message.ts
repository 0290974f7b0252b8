import { MessageFlags, type MessageContextMenuCommandInteraction } from 'discord.js';
import { answerCommand } from './answer-command.ts';
import type { Context } from './context.ts';
import { interactionRequest, questionIn } from './request.ts';

/** Answers "Ask Otto about this": the message's text is the question. */
export async function handleAskAboutMessage(
  interaction: MessageContextMenuCommandInteraction,
  context: Context,
): Promise<void> {
  const text = questionIn(interaction.targetMessage.content);
  if (text === '') {
    await interaction.reply({
      content: 'That message has no text that I could answer. Ask me with /ask.',
      flags: MessageFlags.Ephemeral,
    });
    return;
  }
  const request = interactionRequest(interaction, { type: 'question', text });
  await answerCommand(interaction, request, { isPrivate: false }, context);
}
