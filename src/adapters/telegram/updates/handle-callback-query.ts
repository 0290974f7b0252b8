import type { CallbackQuery } from 'telegraf/types';
import { decodeAction, type Action } from '../../../assistant/action.ts';
import { plainBlocks, type Reply } from '../../../assistant/reply.ts';
import type { Place } from '../../../assistant/request.ts';
import { BotApiRefusal } from '../api/api-error.ts';
import { renderTelegram } from '../render/render-telegram.ts';
import { TELEGRAM_LIMITS } from '../limits.ts';
import { STALE_BUTTON } from '../wording.ts';
import type { UpdateContext } from './context.ts';
import { editMessage, sendMessages, sendReply } from './deliver.ts';
import { inlineMessage } from './inline-message.ts';
import { askerOf, localeOf, memberOf, originOf, placeOf, type Origin } from './origin.ts';

/** Answers the press of a button: what it stands for takes the place of the message it hangs under, unless it says otherwise. */
export async function handleCallbackQuery(query: CallbackQuery, context: UpdateContext): Promise<void> {
  const action = 'data' in query ? decodeAction(query.data) : undefined;
  if (!action) return acknowledge(query, context, STALE_BUTTON);
  const { message, inline_message_id } = query;
  const origin = message && originOf(message);
  // Telegram doesn't tell the chat of an inline message, but chat_instance stands for it.
  const place: Place = origin ? placeOf(origin) : { id: `inline:${query.chat_instance}`, kind: 'group' };
  const reply = await respond(query, action, place, origin, context);
  const isNotice = reply.placement === 'notice';
  await acknowledge(query, context, isNotice ? noticeText(reply) : undefined);
  if (isNotice) return;
  if (origin && message) await show(reply, origin, message.message_id, context);
  else if (inline_message_id !== undefined) {
    const outcome = await editMessage(context, { inline_message_id }, inlineMessage(reply, context.bot.username));
    if (outcome === 'not-editable') context.log.info('an inline message can no longer be edited');
  }
}

async function show(reply: Reply, origin: Origin, messageId: number, context: UpdateContext): Promise<void> {
  if (reply.placement === 'beside' || reply.poll) {
    await sendReply(context, origin, reply);
    return;
  }
  const [first, ...others] = renderTelegram(reply);
  if (!first) return;
  const outcome = await editMessage(context, { chat_id: origin.chatId, message_id: messageId }, first);
  if (outcome === 'edited') await sendMessages(context, origin, others);
  // The message is too old or gone: the answer stands on its own. Unchanged means that it was pressed twice.
  if (outcome === 'not-editable') await sendMessages(context, origin, [first, ...others]);
}

function respond(
  query: CallbackQuery,
  action: Action,
  place: Place,
  origin: Origin | undefined,
  { assistant, api }: UpdateContext,
): Promise<Reply> {
  const asker = askerOf(query.from);
  return assistant.respond({
    asker: origin ? memberOf(asker, origin, api) : asker,
    place,
    input: { type: 'action', action },
    ...localeOf(query.from),
  });
}

/** A notice as Telegram shows it over the chat. */
function noticeText({ body }: Reply): string {
  const text = plainBlocks(body);
  return text.length <= TELEGRAM_LIMITS.notice ? text : `${text.slice(0, TELEGRAM_LIMITS.notice - 1)}…`;
}

async function acknowledge({ id }: CallbackQuery, { api, log }: UpdateContext, text?: string): Promise<void> {
  try {
    await api.call('answerCallbackQuery', { callback_query_id: id, ...(text !== undefined && { text }) });
  } catch (error) {
    if (!(error instanceof BotApiRefusal)) throw error;
    // Too old to be acknowledged, which happens after an outage; its message can still be edited.
    log.info({ err: error }, 'a pressed button could not be acknowledged');
  }
}
