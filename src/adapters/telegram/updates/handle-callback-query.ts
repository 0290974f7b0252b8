import type { CallbackQuery } from 'telegraf/types';
import { decodeAction, type Action } from '../../../assistant/action.ts';
import type { Reply } from '../../../assistant/reply.ts';
import type { Place } from '../../../assistant/request.ts';
import { BotApiRefusal } from '../api/api-error.ts';
import { renderTelegram } from '../render/render-telegram.ts';
import { STALE_BUTTON } from '../wording.ts';
import type { UpdateContext } from './context.ts';
import { editMessage, sendMessages } from './deliver.ts';
import { inlineMessage } from './inline-message.ts';
import { askerOf, localeOf, originOf, placeOf } from './origin.ts';

/** Answers the press of a button: what it stands for takes the place of the message it hangs under. */
export async function handleCallbackQuery(query: CallbackQuery, context: UpdateContext): Promise<void> {
  const action = 'data' in query ? decodeAction(query.data) : undefined;
  // First of all, as the person's app shows the button as busy until then.
  await acknowledge(query, context, action ? undefined : STALE_BUTTON);
  if (!action) return;

  const { message, inline_message_id } = query;
  if (message) {
    const origin = originOf(message);
    const [first, ...others] = renderTelegram(await respond(query, action, placeOf(origin), context));
    if (!first) return;
    const outcome = await editMessage(context, { chat_id: message.chat.id, message_id: message.message_id }, first);
    if (outcome === 'edited') await sendMessages(context, origin, others);
    // The message is too old or gone: the answer stands on its own. Unchanged means that it was pressed twice.
    if (outcome === 'not-editable') await sendMessages(context, origin, [first, ...others]);
  } else if (inline_message_id !== undefined) {
    // Telegram doesn't tell the chat of an inline message, but chat_instance stands for it.
    const reply = await respond(query, action, { id: `inline:${query.chat_instance}`, kind: 'group' }, context);
    const outcome = await editMessage(context, { inline_message_id }, inlineMessage(reply, context.bot.username));
    if (outcome === 'not-editable') context.log.info('an inline message can no longer be edited');
  }
}

function respond(query: CallbackQuery, action: Action, place: Place, { assistant }: UpdateContext): Promise<Reply> {
  return assistant.respond({
    asker: askerOf(query.from),
    place,
    input: { type: 'action', action },
    ...localeOf(query.from),
  });
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
