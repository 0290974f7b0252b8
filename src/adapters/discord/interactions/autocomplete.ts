import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from 'discord.js';
import type { Assistant } from '../../../assistant/assistant.ts';
import type { Suggestion } from '../../../assistant/command.ts';
import { DISCORD_LIMITS } from '../limits.ts';
import { oneLine, shorten } from '../render/escape.ts';

/**
 * Offers values for what is being typed. Can't be deferred, so it answers at once, from memory.
 *
 * @see https://docs.discord.com/developers/interactions/application-commands#autocomplete
 */
export async function handleAutocomplete(interaction: AutocompleteInteraction, assistant: Assistant): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  await interaction.respond(choicesFor(suggestionsFor(assistant, interaction.commandName, name, value)));
}

function suggestionsFor(assistant: Assistant, commandName: string, name: string, typed: string): readonly Suggestion[] {
  const command = assistant.commands.find((each) => each.name === commandName);
  const argument = command?.arguments.find((each) => each.name === name);
  if (!argument?.choices) return assistant.suggest(commandName, name, typed);
  return argument.choices
    .filter((choice) => choice.toLowerCase().includes(typed.toLowerCase()))
    .map((choice) => ({ label: choice, value: choice }));
}

/**
 * Suggestions as Discord takes them: at most 25, with labels shortened to fit. A value that is too long is left out,
 * because a shortened one would ask for something else.
 */
export function choicesFor(suggestions: readonly Suggestion[]): ApplicationCommandOptionChoiceData<string>[] {
  return suggestions
    .map(({ label, value }) => ({ name: shorten(oneLine(label), DISCORD_LIMITS.choiceText), value }))
    .filter(({ name, value }) => name !== '' && value.trim() !== '' && value.length <= DISCORD_LIMITS.choiceText)
    .slice(0, DISCORD_LIMITS.choices);
}
