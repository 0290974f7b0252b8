import { ApplicationCommandType, type APIApplicationCommand, type APIApplicationCommandOption } from 'discord.js';
import type { CommandDefinition } from './command-definitions.ts';

/**
 * Whether what is registered differs from what is wanted, in anything that a person or the adapter would notice. The
 * order of commands means nothing; Discord's own additions (ids, versions, defaults spelled out) are looked through.
 */
export function commandsDiffer(
  registered: readonly (CommandDefinition | APIApplicationCommand)[],
  wanted: readonly CommandDefinition[],
): boolean {
  return fingerprint(registered) !== fingerprint(wanted);
}

function fingerprint(commands: readonly (CommandDefinition | APIApplicationCommand)[]): string {
  return JSON.stringify(commands.map(normalCommand).sort());
}

function normalCommand(command: CommandDefinition | APIApplicationCommand): string {
  const options = 'options' in command ? command.options : undefined;
  return JSON.stringify({
    type: command.type ?? ApplicationCommandType.ChatInput,
    name: command.name,
    description: ('description' in command && command.description) || '',
    options: (options ?? []).map(normalOption),
  });
}

function normalOption(option: APIApplicationCommandOption) {
  return {
    type: option.type,
    name: option.name,
    description: option.description,
    required: option.required ?? false,
    autocomplete: ('autocomplete' in option && option.autocomplete) || false,
    choices: (('choices' in option && option.choices) || []).map(({ name, value }) => ({ name, value })),
  };
}
