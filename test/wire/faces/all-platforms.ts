import { startDiscordServer, type DiscordServer } from '../discord-server/index.ts';
import { startOtto, type RunningOtto } from '../otto-process.ts';
import { startTelegramServer, type TelegramServer } from '../telegram-server/index.ts';

/** One running Otto with its page, connected to a Telegram and a Discord on loopback. */
export interface AllPlatforms {
  readonly otto: RunningOtto;
  readonly telegram: TelegramServer;
  readonly discord: DiscordServer;
  readonly stop: () => Promise<void>;
}

/** Starts both servers and Otto, and waits until both bots are there. */
export async function startOnAllPlatforms(environment: Readonly<Record<string, string>> = {}): Promise<AllPlatforms> {
  const token = 'MTIzNDU2.abcdef.not-a-real-token';
  const [telegram, discord] = await Promise.all([startTelegramServer(), startDiscordServer({ token })]);
  const otto = await startOtto({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DISCORD_BOT_TOKEN: token,
    DISCORD_API_URL: discord.apiUrl,
    ...environment,
  });
  await Promise.all([
    telegram.feed.polls.next(),
    discord.connected().then(() => discord.world.until('commands', () => discord.world.commands.length > 0)),
  ]);
  return {
    otto,
    telegram,
    discord,
    stop: async () => {
      await otto.stop();
      await Promise.all([telegram.goDown(), discord.close()]);
    },
  };
}
