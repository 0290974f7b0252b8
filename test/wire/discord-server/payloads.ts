import { timeOf } from './snowflake.ts';
import type { Account, Member, StoredMessage, World } from './world.ts';

/** Bits of permissions. @see https://docs.discord.com/developers/topics/permissions */
const PERMISSION = Object.freeze({ administrator: 1n << 3n, manageGuild: 1n << 5n, manageMessages: 1n << 13n });

/** A user object. */
export function userPayload({ id, username, bot }: Account) {
  return { id, username, global_name: username, discriminator: '0', avatar: null, bot, public_flags: 0 };
}

/** What everybody may do in the guild: all but moderate. */
const EVERYBODY = 2147483647n & ~(PERMISSION.administrator | PERMISSION.manageGuild | PERMISSION.manageMessages);

/** A member of the guild, without its user. */
export function memberPayload({ nickname, moderates }: Member = {}) {
  return {
    roles: [],
    joined_at: '2024-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
    nick: nickname ?? null,
    avatar: null,
    pending: false,
    permissions: String(moderates ? EVERYBODY | PERMISSION.manageMessages : EVERYBODY),
    premium_since: null,
    communication_disabled_until: null,
  };
}

/** The channel, in the guild or of direct messages. */
export function channelPayload(world: World, channelId: string) {
  const person = world.directChannels.get(channelId);
  if (person) return { id: channelId, type: 1, last_message_id: null, flags: 0, recipients: [userPayload(person)] };
  const { name, parent } = world.channels.get(channelId) ?? { name: 'gone' };
  const common = {
    id: channelId,
    guild_id: world.guildId,
    name,
    flags: 0,
    permissions: '2147483647',
    parent_id: parent ?? null,
    last_message_id: null,
    rate_limit_per_user: 0,
  };
  if (parent === undefined) {
    return { ...common, type: 0, position: 0, permission_overwrites: [], nsfw: false, topic: null };
  }
  return {
    ...common,
    type: 11,
    owner_id: world.bot.id,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 60,
      archive_timestamp: new Date(timeOf(channelId)).toISOString(),
      locked: false,
    },
  };
}

/** The guild as GUILD_CREATE brings it. */
export function guildPayload(world: World) {
  return {
    id: world.guildId,
    name: 'Plant floor',
    owner_id: world.bot.id,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    features: [],
    emojis: [],
    stickers: [],
    roles: [
      {
        id: world.guildId,
        name: '@everyone',
        permissions: '2147483647',
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    channels: channelsOf(world).filter(({ type }) => type === 0),
    threads: channelsOf(world).filter(({ type }) => type === 11),
    members: [{ ...memberPayload(), user: userPayload(world.bot) }],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    member_count: 2,
    joined_at: '2024-01-01T00:00:00.000Z',
    large: false,
    unavailable: false,
    afk_timeout: 300,
    afk_channel_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    application_id: null,
    vanity_url_code: null,
    preferred_locale: 'en-US',
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
  };
}

function channelsOf(world: World) {
  return [...world.channels.values()]
    .filter(({ closed }) => closed !== 'deleted')
    .map(({ id }) => channelPayload(world, id));
}

/** A message object. */
export function messagePayload(world: World, message: StoredMessage) {
  const { id, channelId, author, body, files, flags, repliesTo, nonce, edits } = message;
  const text = body.content ?? '';
  const answered = repliesTo === undefined ? undefined : world.messages.get(repliesTo);
  const mentioned = [
    ...accountsIn(world, text),
    ...(answered && message.pinged.includes(answered.author.id) ? [answered.author] : []),
  ];
  return {
    id,
    channel_id: channelId,
    type: repliesTo === undefined ? 0 : 19,
    author: userPayload(author),
    content: text,
    embeds: (body.embeds ?? []).map((embed) => Object.assign({ type: 'rich' }, embed)),
    components: (body.components ?? []).map((row, index) => Object.assign({ id: index + 1 }, row)),
    attachments: files.map((file) => ({
      id: file.id,
      filename: file.name,
      size: file.content.length,
      url: `https://cdn.discordapp.com/attachments/${channelId}/${file.id}/${file.name}`,
      proxy_url: `https://media.discordapp.net/attachments/${channelId}/${file.id}/${file.name}`,
      ...(file.description !== undefined && { description: file.description }),
    })),
    mentions: mentioned.map(userPayload),
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    flags,
    timestamp: new Date(timeOf(id)).toISOString(),
    edited_timestamp: edits > 0 ? new Date(world.now()).toISOString() : null,
    ...(nonce !== undefined && { nonce }),
    ...(repliesTo !== undefined && { message_reference: { type: 0, message_id: repliesTo, channel_id: channelId } }),
  };
}

function accountsIn(world: World, text: string): readonly Account[] {
  const ids = new Set([...text.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id));
  const known = [world.bot, ...[...world.messages.values()].map(({ author }) => author)];
  return [...ids].flatMap((id) => known.find((account) => account.id === id) ?? []);
}
