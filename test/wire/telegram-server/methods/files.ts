import type { SentFile, SentMessage } from '../model.ts';
import { badRequest } from '../refusal.ts';
import { messageText } from '../message-text.ts';
import { inlineKeyboard } from '../reply-markup.ts';
import { text, UploadedFile, type Parameters } from '../schema.ts';
import { Arrivals } from '../wait.ts';
import type { World } from '../world.ts';
import { asTelegram, replyTarget, thread, writableChat } from './messages.ts';

/** UTF-16 units of a caption after its entities are parsed. */
const MAX_CAPTION = 1024;

/** Bytes of a picture. */
const MAX_PHOTO = 10 * 1024 * 1024;

/** How a PNG begins, and a JPEG. */
const PICTURES = [Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from([0xff, 0xd8, 0xff])];

/** https://core.telegram.org/bots/api#sendphoto */
export function sendPhoto(parameters: Parameters, world: World) {
  const photo = upload(parameters, 'photo');
  if (photo.bytes.length > MAX_PHOTO) throw badRequest('file of size bigger than the maximum allowed size');
  if (!PICTURES.some((start) => photo.bytes.subarray(0, start.length).equals(start)))
    throw badRequest('IMAGE_PROCESS_FAILED');
  return sendFile(parameters, world, { kind: 'photo', ...photo });
}

/** https://core.telegram.org/bots/api#senddocument */
export function sendDocument(parameters: Parameters, world: World) {
  return sendFile(parameters, world, { kind: 'document', ...upload(parameters, 'document') });
}

function upload(parameters: Parameters, field: string): Pick<SentFile, 'name' | 'bytes'> {
  const file = parameters[field];
  if (!(file instanceof UploadedFile)) throw badRequest('wrong remote file identifier specified');
  if (file.bytes.length === 0) throw badRequest('file must be non-empty');
  return { name: file.name, bytes: file.bytes };
}

function sendFile(parameters: Parameters, world: World, file: SentFile) {
  const chat = writableChat(parameters, world);
  const caption = text(parameters, 'caption');
  const { text: shown, entities } =
    caption === undefined || caption === ''
      ? { text: '', entities: [] }
      : messageText(caption, text(parameters, 'parse_mode'));
  if (shown.length > MAX_CAPTION) throw badRequest('message caption is too long');
  const message: SentMessage = {
    chatId: chat.id,
    messageId: world.newId(),
    threadId: thread(parameters, chat),
    replyTo: replyTarget(parameters, chat, world),
    file,
    text: shown,
    entities,
    keyboard: inlineKeyboard(parameters['reply_markup']),
    linkPreview: false,
    edits: new Arrivals<SentMessage>('an edit of a file’s caption'),
  };
  world.addMessage(message);
  return asTelegram(message, chat, world);
}
