import type { ChatMemberUpdated } from 'telegraf/types';
import { groupHello } from '../wording.ts';
import type { UpdateContext } from './context.ts';
import { sendReply } from './deliver.ts';
import { originOf } from './origin.ts';

const PRESENT: ReadonlySet<string> = new Set(['member', 'administrator', 'restricted']);

/** Says hello in a group that the bot was added to; other changes of its membership need no answer. */
export async function handleMyChatMember(change: ChatMemberUpdated, context: UpdateContext): Promise<void> {
  const { chat, old_chat_member, new_chat_member } = change;
  if (chat.type !== 'group' && chat.type !== 'supergroup') return;
  if (PRESENT.has(old_chat_member.status) || !PRESENT.has(new_chat_member.status)) return;
  await sendReply(context, originOf(change), groupHello(context.bot));
}
