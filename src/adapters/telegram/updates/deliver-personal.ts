import type { Reply } from '../../../assistant/reply.ts';
import { BotApiRefusal, isClosed } from '../api/api-error.ts';
import { askPrivately, SENT_PRIVATELY } from '../wording.ts';
import { sendReply } from './deliver.ts';
import type { Delivery } from './delivery.ts';
import type { Origin } from './origin.ts';

/**
 * Sends a reply where it was asked for, unless that is a group and the reply holds what concerns the asker alone: their data,
 * or the button that deletes it. Telegram shows nothing in a group to one person, so that goes to their private chat.
 *
 * @param person the asker's id, which is their private chat's, too
 */
export async function sendToAsker(
  delivery: Delivery,
  { origin, person, messageId }: { readonly origin: Origin; readonly person: number; readonly messageId: number },
  reply: Reply,
): Promise<void> {
  if (origin.isPrivate || !isPersonal(reply)) {
    await sendReply(delivery, origin, reply, messageId);
    return;
  }
  try {
    await sendReply(delivery, { chatId: person, isPrivate: true }, reply);
  } catch (error) {
    if (!(error instanceof BotApiRefusal) || !isClosed(error)) throw error;
    await sendReply(delivery, origin, askPrivately(delivery.bot), messageId);
    return;
  }
  await sendReply(delivery, origin, SENT_PRIVATELY, messageId);
}

function isPersonal({ audience, attachments, buttons }: Reply): boolean {
  return audience === 'asker' && (attachments !== undefined || buttons.some(({ action }) => action.type === 'forget'));
}
