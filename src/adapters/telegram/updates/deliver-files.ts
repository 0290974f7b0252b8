import type { Reply } from '../../../assistant/reply.ts';
import { TELEGRAM_LIMITS } from '../limits.ts';
import { inChat, type Delivery } from './delivery.ts';
import type { Origin } from './origin.ts';

/** Sends a reply's picture and files, each as a message of its own. */
export async function sendFiles(
  delivery: Delivery,
  origin: Origin,
  { picture, attachments = [] }: Pick<Reply, 'picture' | 'attachments'>,
): Promise<void> {
  const { api } = delivery;
  if (picture) {
    const photo = { source: Buffer.from(picture.png), filename: 'otto.png' };
    const caption = picture.description.slice(0, TELEGRAM_LIMITS.caption).toWellFormed();
    await inChat(delivery, origin, (chat) => api.call('sendPhoto', { ...chat, photo, caption }));
  }
  for (const { name, content } of attachments) {
    const document = { source: Buffer.from(content), filename: name };
    await inChat(delivery, origin, (chat) => api.call('sendDocument', { ...chat, document }));
  }
}
