import type { Reply } from '../../../assistant/reply.ts';
import { DISCORD_LIMITS } from '../limits.ts';
import { shorten } from './escape.ts';

/** A file that goes along with a message, in the form in which discord.js takes it. */
export interface DiscordFile {
  readonly attachment: Buffer;
  readonly name: string;
  /** What it shows, for those who cannot see it. */
  readonly description?: string;
}

/** A reply's picture and files. */
export interface RenderedFiles {
  readonly files: DiscordFile[];
  /** The picture as an embed refers to it. */
  readonly image?: { readonly url: string };
}

const PICTURE_NAME = 'otto.png';

/**
 * A reply's picture, which the embed shows, and its files.
 *
 * @see https://docs.discord.com/developers/reference#editing-message-attachments-using-attachments-within-embeds
 */
export function renderFiles({ picture, attachments = [] }: Pick<Reply, 'picture' | 'attachments'>): RenderedFiles {
  const pictures = picture
    ? [
        {
          attachment: Buffer.from(picture.png),
          name: PICTURE_NAME,
          description: shorten(picture.description, DISCORD_LIMITS.fileDescription),
        },
      ]
    : [];
  return {
    files: [...pictures, ...attachments.map(({ name, content }) => ({ attachment: Buffer.from(content), name }))],
    ...(picture && { image: { url: `attachment://${PICTURE_NAME}` } }),
  };
}
