import type { Reply } from '../../../assistant/reply.ts';
import { inChat, type Delivery } from './delivery.ts';
import type { Origin } from './origin.ts';

/** Sends a reply's picture and files, each as a message of its own. */
export async function sendFiles(
  { api }: Delivery,
  origin: Origin,
  { picture, attachments = [] }: Pick<Reply, 'picture' | 'attachments'>,
): Promise<void> {
  if (picture) {
    const photo = { source: Buffer.from(picture.png), filename: 'otto.png' };
    await inChat(origin, (chat) => api.call('sendPhoto', { ...chat, photo, caption: picture.description }));
  }
  for (const { name, content } of attachments) {
    const document = { source: Buffer.from(content), filename: name };
    await inChat(origin, (chat) => api.call('sendDocument', { ...chat, document }));
  }
}
