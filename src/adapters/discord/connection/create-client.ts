import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { DiscordConfig } from '../../../config.ts';
import { pause, type Wait } from '../pause.ts';
import { patientSharding } from './patient-sharding.ts';

/**
 * What Otto asks of the gateway; none of it privileged. Messages that mention Otto and direct messages come with their
 * text even without the MessageContent intent.
 *
 * @see https://docs.discord.com/developers/events/gateway#message-content-intent
 */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Milliseconds to wait for servers that are out of order: longer than this, and interactions that came meanwhile expire. */
const WAIT_FOR_GUILDS = 1000;

/** Most people kept in memory; each message would add one for ever. */
const MAX_USERS = 500;

/** A discord.js client as Otto needs it: few intents, small caches, no mention that pings unless asked for. */
export function createClient({ apiUrl }: DiscordConfig, signal: AbortSignal, wait: Wait = pause): Client {
  return new Client({
    intents: INTENTS,
    // Direct messages come from channels that discord.js hasn't seen.
    partials: [Partials.Channel],
    shards: 'auto',
    waitGuildTimeout: WAIT_FOR_GUILDS,
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    ws: { buildStrategy: patientSharding(wait, signal) },
    ...(apiUrl !== undefined && { rest: { api: apiUrl.replace(/\/+$/, '') } }),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
      UserManager: { maxSize: MAX_USERS, keepOverLimit: ({ id, client }) => id === client.user?.id },
    }),
    sweepers: { ...Options.DefaultSweeperSettings },
  });
}
