import {
  GuildMember,
  InteractionContextType,
  PermissionFlagsBits,
  type BaseInteraction,
  type Message,
} from 'discord.js';
import type { Asker, Input, Request } from '../../../assistant/request.ts';

const PLATFORM = 'discord';

/** Who holds one of these decides for the place; administrators hold them all. */
const MODERATING = PermissionFlagsBits.ManageMessages | PermissionFlagsBits.ManageGuild;

/** An interaction as a request for what it asks. */
export function interactionRequest(interaction: BaseInteraction, input: Input): Request {
  return {
    asker: askerOf(interaction),
    place: { id: interaction.channelId ?? interaction.user.id, kind: isShared(interaction) ? 'group' : 'private' },
    input,
    locale: interaction.locale,
  };
}

/** Whether others see the place: a server's channel or a group of direct messages. */
export function isShared(interaction: BaseInteraction): boolean {
  return interaction.inGuild() || interaction.context === InteractionContextType.PrivateChannel;
}

/** A message to Otto as a request. */
export function messageRequest(message: Message): Request {
  return {
    asker: {
      platform: PLATFORM,
      id: message.author.id,
      name: message.member?.displayName ?? message.author.displayName,
    },
    place: { id: message.channelId, kind: message.inGuild() ? 'group' : 'private' },
    input: { type: 'question', text: questionIn(message.content) },
  };
}

/** Discord tells with every interaction what its user may do in the channel. */
function askerOf({ user, member, memberPermissions }: BaseInteraction): Asker {
  return {
    platform: PLATFORM,
    id: user.id,
    name: (member instanceof GuildMember ? member.nickname : member?.nick) ?? user.displayName,
    ...(memberPermissions && { isModerator: () => Promise.resolve(memberPermissions.any(MODERATING)) }),
  };
}

/**
 * The words of a message: mentions, channels, times and custom emojis are ids, not words.
 *
 * @see https://docs.discord.com/developers/reference#message-formatting
 */
export function questionIn(content: string): string {
  return content
    .replace(/<(?:@[!&]?|#|a?:\w+:|t:|id:|\/[^:<>]+:)[\w:-]*>/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
