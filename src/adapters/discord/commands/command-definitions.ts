import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type APIApplicationCommandBasicOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, CommandArgument } from '../../../assistant/command.ts';
import { AdapterError } from '../../errors.ts';
import { DISCORD_LIMITS } from '../limits.ts';
import { shorten } from '../render/escape.ts';

/** Name of the entry in a message's menu that asks Otto about the message. */
export const ASK_ABOUT_MESSAGE = 'Ask Otto about this';

/** Options that every slash command has on Discord, whatever its own arguments are. */
export const OWN_OPTIONS = Object.freeze({ private: 'private', for: 'for' });

/** A command as it is registered. */
export type CommandDefinition =
  RESTPostAPIChatInputApplicationCommandsJSONBody | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/**
 * All that is registered with Discord: a slash command for each of the assistant's commands, and the entry in the menu
 * of messages.
 *
 * @throws {AdapterError} when a command has an argument that takes the name of an option of ours, or too many of them
 * @see https://docs.discord.com/developers/interactions/application-commands#application-command-object
 */
export function commandDefinitions(commands: readonly Command[]): readonly CommandDefinition[] {
  return [...commands.map(slashCommand), { type: ApplicationCommandType.Message, name: ASK_ABOUT_MESSAGE }];
}

function slashCommand({ name, description, arguments: args }: Command): CommandDefinition {
  const taken = args.find((argument) => Object.hasOwn(OWN_OPTIONS, argument.name));
  if (taken) {
    throw new AdapterError(
      `The command "${name}" has an argument "${taken.name}", which is an option that every command has on Discord. Name the argument differently.`,
    );
  }
  // Discord wants what must be given before what may be.
  const options = [...args.filter(({ required }) => required), ...args.filter(({ required }) => !required)].map(option);
  const all = [...options, ...ownOptions()];
  if (all.length > DISCORD_LIMITS.commandOptions) {
    throw new AdapterError(
      `The command "${name}" has ${args.length} arguments, expected at most ${DISCORD_LIMITS.commandOptions - ownOptions().length} for Discord. Split the command.`,
    );
  }
  return { type: ApplicationCommandType.ChatInput, name, description: describe(description), options: all };
}

function option(argument: CommandArgument): APIApplicationCommandBasicOption {
  const { name, description, required, choices } = argument;
  const common = {
    type: ApplicationCommandOptionType.String as const,
    name,
    description: describe(description),
    required,
  };
  if (offersValues(argument)) return { ...common, autocomplete: true };
  return choices ? { ...common, choices: choices.map((choice) => ({ name: choice, value: choice })) } : common;
}

/** Whether values are offered while the argument is typed: when it suggests some, or has more choices than a menu holds. */
export function offersValues({ suggest, choices = [] }: CommandArgument): boolean {
  return suggest !== undefined || choices.length > DISCORD_LIMITS.choices;
}

function ownOptions(): readonly APIApplicationCommandBasicOption[] {
  return [
    {
      type: ApplicationCommandOptionType.Boolean,
      name: OWN_OPTIONS.private,
      description: 'Answer so that only you see it',
      required: false,
    },
    {
      type: ApplicationCommandOptionType.User,
      name: OWN_OPTIONS.for,
      description: 'Answer for somebody, who is mentioned',
      required: false,
    },
  ];
}

function describe(description: string): string {
  return shorten(description, DISCORD_LIMITS.commandDescription);
}
