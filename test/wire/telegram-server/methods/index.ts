import type { Parameters } from '../schema.ts';
import type { UpdateFeed } from '../update-feed.ts';
import type { World } from '../world.ts';
import { sendDocument, sendPhoto } from './files.ts';
import { getChatMember } from './members.ts';
import { editMessageText, getChat, sendChatAction, sendMessage } from './messages.ts';
import { sendPoll } from './polls.ts';
import { getMe, getMyCommands, setMyCommands } from './profile.ts';
import { answerCallbackQuery, answerInlineQuery } from './queries.ts';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './receiving.ts';

/** What methods work on. */
export interface Backend {
  readonly world: World;
  readonly feed: UpdateFeed;
}

type MethodHandler = (parameters: Parameters, backend: Backend, gone: AbortSignal) => unknown;

/** The methods that the server speaks, by name. */
export const METHOD_HANDLERS: ReadonlyMap<string, MethodHandler> = new Map<string, MethodHandler>([
  ['getUpdates', (parameters, { feed }, gone) => getUpdates(parameters, feed, gone)],
  ['setWebhook', (parameters, { feed }) => setWebhook(parameters, feed)],
  ['deleteWebhook', (parameters, { feed }) => deleteWebhook(parameters, feed)],
  ['getWebhookInfo', (parameters, { feed }) => getWebhookInfo(parameters, feed)],
  ['getMe', (parameters, { world }) => getMe(parameters, world)],
  ['getMyCommands', (parameters, { world }) => getMyCommands(parameters, world)],
  ['setMyCommands', (parameters, { world }) => setMyCommands(parameters, world)],
  ['getChat', (parameters, { world }) => getChat(parameters, world)],
  ['sendMessage', (parameters, { world }) => sendMessage(parameters, world)],
  ['sendPoll', (parameters, { world }) => sendPoll(parameters, world)],
  ['sendPhoto', (parameters, { world }) => sendPhoto(parameters, world)],
  ['sendDocument', (parameters, { world }) => sendDocument(parameters, world)],
  ['getChatMember', (parameters, { world }) => getChatMember(parameters, world)],
  ['editMessageText', (parameters, { world }) => editMessageText(parameters, world)],
  ['sendChatAction', (parameters, { world }) => sendChatAction(parameters, world)],
  ['answerCallbackQuery', (parameters, { world }) => answerCallbackQuery(parameters, world)],
  ['answerInlineQuery', (parameters, { world }) => answerInlineQuery(parameters, world)],
]);
