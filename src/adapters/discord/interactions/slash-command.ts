import { userMention, type ChatInputCommandInteraction } from 'discord.js';
import type { ArgumentValues } from '../../../assistant/request.ts';
import { OWN_OPTIONS } from '../commands/command-definitions.ts';
import { answerCommand, type CommandAnswer } from './answer-command.ts';
import type { Context } from './context.ts';
import { interactionRequest } from './request.ts';

/** Answers a slash command. */
export async function handleSlashCommand(interaction: ChatInputCommandInteraction, context: Context): Promise<void> {
  const request = interactionRequest(interaction, {
    type: 'command',
    name: interaction.commandName,
    values: argumentValues(interaction),
  });
  await answerCommand(interaction, request, commandAnswer(interaction), context);
}

function argumentValues({ options }: ChatInputCommandInteraction): ArgumentValues {
  return Object.fromEntries(
    options.data
      .filter(({ name }) => !Object.hasOwn(OWN_OPTIONS, name))
      .map(({ name, value }) => [name, String(value ?? '')]),
  );
}

function commandAnswer({ options }: ChatInputCommandInteraction): CommandAnswer {
  const isPrivate = options.getBoolean(OWN_OPTIONS.private) ?? false;
  const person = options.getUser(OWN_OPTIONS.for);
  if (!person) return { isPrivate };
  if (isPrivate) return { isPrivate, lead: { content: 'Only you see this, so nobody was mentioned.' } };
  return { isPrivate, lead: { content: userMention(person.id), allowedMentions: { users: [person.id] } } };
}
