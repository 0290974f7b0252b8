import { badRequest } from '../refusal.ts';
import { checkFields, isObject, text, type Parameters } from '../schema.ts';
import type { World } from '../world.ts';

/** https://core.telegram.org/bots/api#getme */
export function getMe(_parameters: Parameters, world: World) {
  return {
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: !world.privacyMode,
    supports_inline_queries: true,
  };
}

/** https://core.telegram.org/bots/api#getmycommands */
export function getMyCommands(_parameters: Parameters, world: World) {
  return world.menu;
}

/** https://core.telegram.org/bots/api#setmycommands */
export function setMyCommands(parameters: Parameters, world: World): true {
  const given = parameters['commands'];
  const commands = Array.isArray(given) ? given.map(botCommand) : [];
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  world.menu = commands;
  return true;
}

function botCommand(value: unknown) {
  if (!isObject(value)) throw badRequest('BotCommand must be an Object');
  checkFields('BotCommand', value, { command: 'string', description: 'string' });
  const command = text(value, 'command') ?? '';
  const description = text(value, 'description') ?? '';
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  return { command, description };
}
