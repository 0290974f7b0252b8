import { messageText } from '../message-text.ts';
import type { ChatState, InlineMessage, SentMessage } from '../model.ts';
import { badRequest, Refusal } from '../refusal.ts';
import { inlineKeyboard } from '../reply-markup.ts';
import { checkFields, integer, isObject, text, type Parameters } from '../schema.ts';
import { Arrivals } from '../wait.ts';
import type { World } from '../world.ts';

/** https://core.telegram.org/bots/api#sendmessage */
export function sendMessage(parameters: Parameters, world: World) {
  const chat = writableChat(parameters, world);
  const threadId = thread(parameters, chat);
  const message: SentMessage = {
    chatId: chat.id,
    messageId: world.newId(),
    threadId,
    replyTo: replyTarget(parameters, chat, world),
    ...content(parameters),
    edits: new Arrivals('an edit of a message'),
  };
  world.addMessage(message);
  return asTelegram(message, chat, world);
}

/** https://core.telegram.org/bots/api#editmessagetext */
export function editMessageText(parameters: Parameters, world: World) {
  const message = editedMessage(parameters, world);
  if ('poll' in message || 'file' in message) throw badRequest('there is no text in the message to edit');
  const next = content(parameters);
  if (look(next) === look(message)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  Object.assign(message, next);
  if ('inlineMessageId' in message) {
    message.edits.add({ ...message, chatId: 0, messageId: 0, threadId: undefined, replyTo: undefined });
    return true;
  }
  message.edits.add(message);
  const chat = world.chats.get(message.chatId);
  return chat ? asTelegram(message, chat, world) : true;
}

/** What an edit can change of a message. */
function look({ text: shown, entities, keyboard }: Pick<SentMessage, 'text' | 'entities' | 'keyboard'>): string {
  return JSON.stringify([shown, entities, keyboard]);
}

/** https://core.telegram.org/bots/api#sendchataction */
export function sendChatAction(parameters: Parameters, world: World): true {
  thread(parameters, writableChat(parameters, world));
  return true;
}

/** https://core.telegram.org/bots/api#getchat */
export function getChat(parameters: Parameters, world: World) {
  const { id, type, title } = existingChat(parameters, world);
  return { id, type, title };
}

/** Text and buttons, as both sending and editing take them. */
export function content(parameters: Parameters) {
  const { link_preview_options: preview } = parameters;
  if (isObject(preview)) {
    checkFields('LinkPreviewOptions', preview, {
      is_disabled: 'boolean',
      url: 'string',
      prefer_small_media: 'boolean',
      prefer_large_media: 'boolean',
      show_above_text: 'boolean',
    });
  }
  return {
    ...messageText(text(parameters, 'text') ?? '', text(parameters, 'parse_mode')),
    keyboard: inlineKeyboard(parameters['reply_markup']),
    linkPreview: !(isObject(preview) && preview['is_disabled'] === true),
  };
}

/** The chat that a call names. */
export function existingChat(parameters: Parameters, world: World): ChatState {
  const chat = world.chats.get(integer(parameters, 'chat_id') ?? 0);
  if (!chat) throw badRequest('chat not found');
  return chat;
}

/** The chat that a call names, if the bot may write there. */
export function writableChat(parameters: Parameters, world: World): ChatState {
  const chat = existingChat(parameters, world);
  if (chat.migratedTo !== undefined) {
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    });
  }
  if (chat.closedBecause !== undefined) throw new Refusal(403, `Forbidden: ${chat.closedBecause}`);
  return chat;
}

/** The topic that a call names. */
export function thread(parameters: Parameters, chat: ChatState): number | undefined {
  const threadId = integer(parameters, 'message_thread_id');
  if (threadId !== undefined && !chat.topics.has(threadId)) throw badRequest('message thread not found');
  return threadId;
}

/** The message that a new one answers. */
export function replyTarget(parameters: Parameters, chat: ChatState, world: World): number | undefined {
  const reply = parameters['reply_parameters'];
  if (!isObject(reply)) return undefined;
  checkFields('ReplyParameters', reply, {
    message_id: 'integer',
    chat_id: 'chat',
    allow_sending_without_reply: 'boolean',
    quote: 'string',
  });
  const target = integer(reply, 'message_id');
  if (target === undefined) throw badRequest('field "message_id" of ReplyParameters is missing');
  if (chat.messageIds.has(target) || world.message(chat.id, target)) return target;
  if (reply['allow_sending_without_reply'] !== true) throw badRequest('message to be replied not found');
  return undefined;
}

function editedMessage(parameters: Parameters, world: World): SentMessage | InlineMessage {
  const inlineId = text(parameters, 'inline_message_id');
  if (inlineId !== undefined) {
    const message = world.inlineMessages.get(inlineId);
    if (!message) throw badRequest('MESSAGE_ID_INVALID');
    return message;
  }
  const messageId = integer(parameters, 'message_id');
  if (messageId === undefined) throw badRequest('message identifier is not specified');
  const message = world.message(writableChat(parameters, world).id, messageId);
  if (!message) throw badRequest('message to edit not found');
  return message;
}

/** A message of the bot as updates and results carry it. */
export function asTelegram(message: SentMessage, chat: ChatState, world: World) {
  return {
    message_id: message.messageId,
    from: world.bot,
    date: Math.floor(Date.now() / 1000),
    chat: { id: chat.id, type: chat.type, title: chat.title, ...(chat.isForum && { is_forum: true }) },
    ...shown(message),
    ...(message.threadId !== undefined && { message_thread_id: message.threadId, is_topic_message: true }),
    ...(message.keyboard.length > 0 && { reply_markup: { inline_keyboard: message.keyboard } }),
  };
}

/** What a message holds: a poll, a file or a text. */
function shown({ poll, file, text, entities }: SentMessage) {
  if (poll) {
    return {
      poll: {
        id: poll.id,
        question: poll.question,
        options: poll.options.map((option, index) => ({
          persistent_id: `${index}`,
          text: option,
          voter_count: [...poll.votes.values()].filter((vote) => vote === index).length,
        })),
        total_voter_count: poll.votes.size,
        is_closed: false,
        is_anonymous: poll.isAnonymous,
        type: poll.correct.length > 0 ? 'quiz' : 'regular',
        allows_multiple_answers: false,
        allows_revoting: poll.correct.length === 0,
        ...(poll.correct.length > 0 && { correct_option_ids: poll.correct, explanation: poll.explanation }),
      },
    };
  }
  if (!file) return { text, entities };
  const id = { file_id: file.name, file_unique_id: file.name, file_size: file.bytes.length };
  const media =
    file.kind === 'photo' ? { photo: [{ ...id, width: 1, height: 1 }] } : { document: { ...id, file_name: file.name } };
  return { ...media, ...(text !== '' && { caption: text, caption_entities: entities }) };
}
