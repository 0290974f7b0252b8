import type { SentMessage, SentPoll } from '../model.ts';
import { badRequest } from '../refusal.ts';
import { inlineKeyboard } from '../reply-markup.ts';
import { checkFields, isObject, text, type Parameters } from '../schema.ts';
import { Arrivals } from '../wait.ts';
import type { World } from '../world.ts';
import { asTelegram, replyTarget, thread, writableChat } from './messages.ts';

const MAX_QUESTION = 300;
const MAX_OPTIONS = 12;
const MAX_OPTION = 100;
const MAX_EXPLANATION = 200;
const MAX_LINE_FEEDS = 2;

/** https://core.telegram.org/bots/api#sendpoll */
export function sendPoll(parameters: Parameters, world: World) {
  const chat = writableChat(parameters, world);
  if (chat.withoutPolls === true) throw badRequest('not enough rights to send polls to the chat');
  const poll = readPoll(parameters, `poll-${world.newId()}`);
  const message: SentMessage = {
    chatId: chat.id,
    messageId: world.newId(),
    threadId: thread(parameters, chat),
    replyTo: replyTarget(parameters, chat, world),
    poll,
    text: poll.question,
    entities: [],
    keyboard: inlineKeyboard(parameters['reply_markup']),
    linkPreview: false,
    edits: new Arrivals<SentMessage>('an edit of a poll'),
  };
  world.addMessage(message);
  world.polls.set(poll.id, message);
  return asTelegram(message, chat, world);
}

function readPoll(parameters: Parameters, id: string): SentPoll {
  const { options: given, type = 'regular', is_anonymous: isAnonymous = true } = parameters;
  const question = lineOf(text(parameters, 'question') ?? '', 'poll question', MAX_QUESTION);
  if (!Array.isArray(given) || given.length < 1) throw badRequest('poll must have at least 1 option');
  if (given.length > MAX_OPTIONS) throw badRequest(`poll can't have more than ${MAX_OPTIONS} options`);
  const options = given.map(optionText);
  if (type !== 'quiz' && type !== 'regular') throw badRequest('unsupported poll type specified');
  return {
    id,
    question,
    options,
    correct: type === 'quiz' ? correctOptions(parameters, options.length) : [],
    explanation: explanationOf(parameters),
    isAnonymous: isAnonymous !== false,
    votes: new Map(),
  };
}

function optionText(option: unknown): string {
  if (!isObject(option)) throw badRequest('InputPollOption must be an Object');
  checkFields('InputPollOption', option, { text: 'string', text_parse_mode: 'string', text_entities: 'array' });
  return lineOf(text(option, 'text') ?? '', 'poll options', MAX_OPTION);
}

function correctOptions(parameters: Parameters, count: number): readonly number[] {
  const { correct_option_ids: ids } = parameters;
  const isGrowing =
    Array.isArray(ids) &&
    ids.every(
      (id, index) => Number.isInteger(id) && id >= 0 && id < count && (index === 0 || Number(ids[index - 1]) < id),
    );
  if (!isGrowing || ids.length === 0) throw badRequest('wrong correct option IDs specified');
  return ids.map(Number);
}

function explanationOf(parameters: Parameters): string {
  const explanation = text(parameters, 'explanation') ?? '';
  if (!explanation.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');
  if (explanation.length > MAX_EXPLANATION) throw badRequest('message is too long');
  if (explanation.split('\n').length - 1 > MAX_LINE_FEEDS) throw badRequest('explanation has too many line feeds');
  return explanation;
}

function lineOf(given: string, what: string, limit: number): string {
  if (!given.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');
  const line = given.trim();
  if (line === '') throw badRequest(`${what} must be non-empty`);
  if (line.length > limit) throw badRequest(`${what} length must not exceed ${limit}`);
  return line;
}
