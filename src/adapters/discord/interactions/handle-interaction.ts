import { MessageFlags, type Interaction } from 'discord.js';
import { ASK_ABOUT_MESSAGE } from '../commands/command-definitions.ts';
import { isForbidden, isGone, withoutContent } from '../failures.ts';
import { handleAskAboutMessage } from './ask-about-message.ts';
import { handleAutocomplete } from './autocomplete.ts';
import type { Context } from './context.ts';
import { handlePress } from './press.ts';
import { handleSlashCommand } from './slash-command.ts';

/** Answers an interaction, whatever its kind. Never throws: what goes wrong is logged and the asker is told. */
export async function handleInteraction(interaction: Interaction, context: Context): Promise<void> {
  const about = { interaction: interaction.id, type: interaction.constructor.name };
  const begun = context.now();
  try {
    await dispatch(interaction, context);
    context.log.debug({ ...about, milliseconds: context.now() - begun }, 'answered an interaction');
  } catch (error) {
    if (isGone(error)) {
      context.log.debug({ ...about, err: withoutContent(error) }, 'an interaction was gone before its answer');
      return;
    }
    if (isForbidden(error)) {
      context.log.warn({ ...about, err: withoutContent(error) }, 'not allowed to answer an interaction');
      return;
    }
    const faultId = faultIdOf(interaction);
    context.log.error({ ...about, faultId, err: withoutContent(error) }, 'an interaction failed');
    await apologise(interaction, faultId, context);
  }
}

async function dispatch(interaction: Interaction, context: Context): Promise<void> {
  if (interaction.isAutocomplete()) return handleAutocomplete(interaction, context.assistant);
  if (interaction.isChatInputCommand()) return handleSlashCommand(interaction, context);
  if (interaction.isButton() || interaction.isStringSelectMenu()) return handlePress(interaction, context);
  if (interaction.isMessageContextMenuCommand() && interaction.commandName === ASK_ABOUT_MESSAGE) {
    return handleAskAboutMessage(interaction, context);
  }
  context.log.warn({ interaction: interaction.id, type: interaction.type }, 'an interaction of an unknown kind');
}

/** The end of the interaction's own id: short enough to read out, and to be found in the log. */
function faultIdOf({ id }: Interaction): string {
  return id.slice(-8);
}

async function apologise(interaction: Interaction, faultId: string, { log }: Context): Promise<void> {
  if (!interaction.isRepliable()) return;
  const apology = {
    content: `Something went wrong on my side. Please try again; if it stays, report it as ${faultId}.`,
    flags: MessageFlags.Ephemeral,
  } as const;
  try {
    await (interaction.deferred || interaction.replied ? interaction.followUp(apology) : interaction.reply(apology));
  } catch (error) {
    log.warn({ faultId, err: withoutContent(error) }, 'could not apologise for a failed interaction');
  }
}
