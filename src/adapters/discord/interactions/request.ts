import { InteractionContextType, type BaseInteraction, type Message } from 'discord.js';
import type { Input, Request } from '../../../assistant/request.ts';

const PLATFORM = 'discord';

/** An interaction as a request for what it asks. */
export function interactionRequest(interaction: BaseInteraction, input: Input): Request {
  return {
    asker: { platform: PLATFORM, id: interaction.user.id },
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
    asker: { platform: PLATFORM, id: message.author.id },
    place: { id: message.channelId, kind: message.inGuild() ? 'group' : 'private' },
    input: { type: 'question', text: questionIn(message.content) },
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
