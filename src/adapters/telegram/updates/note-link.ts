import { startPayload } from './read-message.ts';

/** The address that opens a note in a chat with the bot (https://core.telegram.org/bots/features#deep-linking). */
export function noteLink(botUsername: string, note: string): string {
  return `https://t.me/${botUsername}?start=${startPayload(note)}`;
}
