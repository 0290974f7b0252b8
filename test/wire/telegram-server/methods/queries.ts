import type { InlineResult } from '../model.ts';
import { badRequest } from '../refusal.ts';
import { checkFields, integer, isObject, text, type Parameters } from '../schema.ts';
import type { World } from '../world.ts';
import { content } from './messages.ts';

const MAX_RESULTS = 50;
const MAX_ANSWER_LENGTH = 200;
const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid';

/** https://core.telegram.org/bots/api#answercallbackquery */
export function answerCallbackQuery(parameters: Parameters, world: World): true {
  const id = text(parameters, 'callback_query_id') ?? '';
  const answers = world.callbackQueries.get(id);
  if (!answers) throw badRequest(TOO_OLD);
  const shown = text(parameters, 'text');
  if (shown !== undefined && shown.length > MAX_ANSWER_LENGTH) throw badRequest('MESSAGE_TOO_LONG');
  world.callbackQueries.delete(id);
  answers.add({ text: shown });
  return true;
}

/** https://core.telegram.org/bots/api#answerinlinequery */
export function answerInlineQuery(parameters: Parameters, world: World): true {
  const id = text(parameters, 'inline_query_id') ?? '';
  const answers = world.inlineQueries.get(id);
  if (!answers) throw badRequest(TOO_OLD);
  const given = parameters['results'];
  const results = Array.isArray(given) ? given.map(inlineResult) : [];
  if (results.length > MAX_RESULTS) throw badRequest('RESULTS_TOO_MUCH');
  if (new Set(results.map((result) => result.id)).size !== results.length) throw badRequest('RESULT_ID_DUPLICATE');
  world.inlineQueries.delete(id);
  answers.add({ results, cacheTime: integer(parameters, 'cache_time'), button: buttonText(parameters['button']) });
  return true;
}

function inlineResult(value: unknown): InlineResult {
  if (!isObject(value)) throw badRequest('InlineQueryResult must be an Object');
  checkFields('InlineQueryResultArticle', value, {
    type: 'string',
    id: 'string',
    title: 'string',
    input_message_content: 'object',
    reply_markup: 'object',
    url: 'string',
    description: 'string',
    thumbnail_url: 'string',
  });
  const { type, title, description, input_message_content: message, reply_markup } = value;
  if (type !== 'article') throw badRequest('this server knows inline results of type article only');
  const id = text(value, 'id') ?? '';
  if (Buffer.byteLength(id) < 1 || Buffer.byteLength(id) > 64) throw badRequest('RESULT_ID_INVALID');
  if (typeof title !== 'string' || title.trim() === '') throw badRequest('ARTICLE_TITLE_EMPTY');
  if (!isObject(message)) throw badRequest('message content is empty');
  checkFields('InputTextMessageContent', message, {
    message_text: 'string',
    parse_mode: 'string',
    entities: 'array',
    link_preview_options: 'object',
  });
  const { message_text, ...options } = message;
  return {
    id,
    title,
    description: typeof description === 'string' ? description : '',
    ...content({ ...options, text: message_text, reply_markup }),
  };
}

function buttonText(button: unknown): string | undefined {
  if (button === undefined) return undefined;
  if (!isObject(button)) throw badRequest('InlineQueryResultsButton must be an Object');
  checkFields('InlineQueryResultsButton', button, { text: 'string', start_parameter: 'string' });
  if (!/^[\w-]{1,64}$/.test(text(button, 'start_parameter') ?? '')) throw badRequest('START_PARAM_INVALID');
  return text(button, 'text');
}
