import type { Telegraf } from 'telegraf';
import type { Update, UserFromGetMe } from 'telegraf/types';
import type { Assistant } from '../../../assistant/assistant.ts';
import type { Log } from '../../../log.ts';
import { AdapterError } from '../../errors.ts';
import { BotApiRefusal } from '../api/api-error.ts';
import type { BotApi } from '../api/bot-api.ts';
import { apology } from '../wording.ts';
import type { UpdateContext } from './context.ts';
import { sendReply } from './deliver.ts';
import { handleCallbackQuery } from './handle-callback-query.ts';
import { handleInlineQuery } from './handle-inline-query.ts';
import { handleMessage } from './handle-message.ts';
import { handlePollAnswer } from './handle-poll-answer.ts';
import { handleMyChatMember } from './handle-my-chat-member.ts';
import { originOf } from './origin.ts';

/** What the dispatcher is made from. */
export interface DispatcherParts {
  readonly telegraf: Telegraf;
  readonly assistant: Assistant;
  readonly api: BotApi;
  readonly bot: UserFromGetMe;
  readonly log: Log;
  /** Makes the short id by which an asker can report a fault. */
  readonly newFaultId: () => string;
}

/**
 * Hands every update to its handler, through telegraf. A failure is logged and never leaves it: a fault of ours is
 * answered with an id that stands in the log.
 *
 * @returns handles one update
 */
export function createDispatcher({
  telegraf,
  newFaultId,
  ...context
}: DispatcherParts): (update: Update) => Promise<void> {
  telegraf.botInfo = context.bot;
  telegraf.on('message', (ctx) => handleMessage(ctx.update.message, context));
  telegraf.on('callback_query', (ctx) => handleCallbackQuery(ctx.update.callback_query, context));
  telegraf.on('inline_query', (ctx) => handleInlineQuery(ctx.update.inline_query, context));
  telegraf.on('poll_answer', (ctx) => handlePollAnswer(ctx.update.poll_answer, context));
  telegraf.on('my_chat_member', (ctx) => handleMyChatMember(ctx.update.my_chat_member, context));
  telegraf.catch((error, ctx) => onFailure(error, ctx.update, context, newFaultId));
  return (update) => telegraf.handleUpdate(update);
}

async function onFailure(
  error: unknown,
  update: Update,
  context: UpdateContext,
  newFaultId: () => string,
): Promise<void> {
  const { log } = context;
  const updateId = update.update_id;
  if (error instanceof BotApiRefusal && error.code === 403) {
    log.info({ err: error, updateId }, 'an answer is not wanted: the bot was blocked or removed');
  } else if (error instanceof AdapterError) {
    log.warn({ err: error, updateId }, 'an answer could not be delivered');
  } else {
    const faultId = newFaultId();
    log.error({ err: error, updateId, faultId }, 'an update failed');
    await apologise(update, faultId, context);
  }
}

async function apologise(update: Update, faultId: string, context: UpdateContext): Promise<void> {
  const message =
    'message' in update ? update.message : 'callback_query' in update ? update.callback_query.message : undefined;
  if (!message) return;
  try {
    await sendReply(context, originOf(message), apology(faultId), message.message_id);
  } catch (error) {
    context.log.warn({ err: error, faultId }, 'the apology could not be delivered');
  }
}
