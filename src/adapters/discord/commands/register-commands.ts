import { Routes, type REST, type RESTGetAPIApplicationCommandsResult } from 'discord.js';
import type { CommandDefinition } from './command-definitions.ts';
import { commandsDiffer } from './command-difference.ts';

/**
 * Registers the commands for everywhere, in one overwrite, when they differ from those registered: Discord allows 200
 * new commands a day, and every overwrite makes people's menus load anew.
 *
 * @returns whether they were registered
 * @see https://docs.discord.com/developers/interactions/application-commands#bulk-overwrite-global-application-commands
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  definitions: readonly CommandDefinition[],
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  // REST answers are untyped; the route decides the type.
  const registered = (await rest.get(route)) as RESTGetAPIApplicationCommandsResult;
  if (!commandsDiffer(registered, definitions)) return false;
  await rest.put(route, { body: definitions });
  return true;
}
