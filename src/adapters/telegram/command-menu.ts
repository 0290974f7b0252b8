import type { BotCommand } from 'telegraf/types';
import type { Command } from '../../assistant/command.ts';
import type { Log } from '../../log.ts';
import type { BotApi } from './api/bot-api.ts';
import { TELEGRAM_LIMITS } from './limits.ts';

/** The commands as Telegram's menu shows them. */
export function menuOf(commands: readonly Command[]): BotCommand[] {
  return commands.slice(0, TELEGRAM_LIMITS.commands).map(({ name, description }) => ({ command: name, description }));
}

/** Makes the menu show the commands there are; a menu that stays as it was is logged, as the commands work without it. */
export async function keepMenu(api: BotApi, commands: readonly Command[], log: Log): Promise<void> {
  try {
    await publishMenu(api, commands);
  } catch (error) {
    log.warn({ err: error }, 'the command menu could not be brought up to date');
  }
}

/** Sets the menu only where it differs, because Telegram limits how often that may be done. */
async function publishMenu(api: BotApi, commands: readonly Command[]): Promise<void> {
  const wanted = menuOf(commands);
  const shown = await api.call('getMyCommands', {});
  const isSame =
    shown.length === wanted.length &&
    wanted.every(
      ({ command, description }, index) =>
        shown[index]?.command === command && shown[index]?.description === description,
    );
  if (!isSame) await api.call('setMyCommands', { commands: wanted });
}
