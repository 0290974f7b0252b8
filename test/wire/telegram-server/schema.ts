import { badRequest, Refusal } from './refusal.ts';

export type FieldType = 'integer' | 'string' | 'boolean' | 'array' | 'object' | 'chat' | 'file';

/** What a method takes. */
export interface MethodSchema {
  readonly required: Readonly<Record<string, FieldType>>;
  readonly optional: Readonly<Record<string, FieldType>>;
}

/** The parameters of a call, whose types have been checked. */
export type Parameters = Readonly<Record<string, unknown>>;

/** A file that came with a call. */
export class UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;

  constructor(name: string, bytes: Buffer) {
    this.name = name;
    this.bytes = bytes;
  }
}

const MESSAGE_OPTIONS = {
  message_thread_id: 'integer',
  disable_notification: 'boolean',
  protect_content: 'boolean',
  reply_parameters: 'object',
  reply_markup: 'object',
} as const;

const CAPTION_OPTIONS = { caption: 'string', parse_mode: 'string', caption_entities: 'array' } as const;

const TEXT_OPTIONS = {
  parse_mode: 'string',
  entities: 'array',
  link_preview_options: 'object',
  reply_markup: 'object',
} as const;

/** The methods and their fields, as https://core.telegram.org/bots/api lists them. */
export const METHODS: Readonly<Record<string, MethodSchema>> = {
  getMe: { required: {}, optional: {} },
  getUpdates: {
    required: {},
    optional: { offset: 'integer', limit: 'integer', timeout: 'integer', allowed_updates: 'array' },
  },
  setWebhook: {
    required: { url: 'string' },
    optional: {
      ip_address: 'string',
      max_connections: 'integer',
      allowed_updates: 'array',
      drop_pending_updates: 'boolean',
      secret_token: 'string',
    },
  },
  deleteWebhook: { required: {}, optional: { drop_pending_updates: 'boolean' } },
  getWebhookInfo: { required: {}, optional: {} },
  getMyCommands: { required: {}, optional: { scope: 'object', language_code: 'string' } },
  setMyCommands: { required: { commands: 'array' }, optional: { scope: 'object', language_code: 'string' } },
  getChat: { required: { chat_id: 'chat' }, optional: {} },
  sendMessage: {
    required: { chat_id: 'chat', text: 'string' },
    optional: { ...TEXT_OPTIONS, ...MESSAGE_OPTIONS },
  },
  sendPoll: {
    required: { chat_id: 'chat', question: 'string', options: 'array' },
    optional: {
      ...MESSAGE_OPTIONS,
      question_parse_mode: 'string',
      question_entities: 'array',
      is_anonymous: 'boolean',
      type: 'string',
      allows_multiple_answers: 'boolean',
      allows_revoting: 'boolean',
      shuffle_options: 'boolean',
      hide_results_until_closes: 'boolean',
      correct_option_ids: 'array',
      // What the single right option was called before there could be several: taken, and of no effect.
      correct_option_id: 'integer',
      explanation: 'string',
      explanation_parse_mode: 'string',
      explanation_entities: 'array',
      open_period: 'integer',
      close_date: 'integer',
      is_closed: 'boolean',
      description: 'string',
      description_parse_mode: 'string',
      description_entities: 'array',
    },
  },
  sendPhoto: {
    required: { chat_id: 'chat', photo: 'file' },
    optional: { ...MESSAGE_OPTIONS, ...CAPTION_OPTIONS, show_caption_above_media: 'boolean', has_spoiler: 'boolean' },
  },
  sendDocument: {
    required: { chat_id: 'chat', document: 'file' },
    optional: { ...MESSAGE_OPTIONS, ...CAPTION_OPTIONS, disable_content_type_detection: 'boolean' },
  },
  getChatMember: { required: { chat_id: 'chat', user_id: 'integer' }, optional: {} },
  editMessageText: {
    required: { text: 'string' },
    optional: { ...TEXT_OPTIONS, chat_id: 'chat', message_id: 'integer', inline_message_id: 'string' },
  },
  sendChatAction: { required: { chat_id: 'chat', action: 'string' }, optional: { message_thread_id: 'integer' } },
  answerCallbackQuery: {
    required: { callback_query_id: 'string' },
    optional: { text: 'string', show_alert: 'boolean', url: 'string', cache_time: 'integer' },
  },
  answerInlineQuery: {
    required: { inline_query_id: 'string', results: 'array' },
    optional: { cache_time: 'integer', is_personal: 'boolean', next_offset: 'string', button: 'object' },
  },
};

const CHECKS: Readonly<Record<FieldType, (value: unknown) => boolean>> = {
  integer: Number.isSafeInteger,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: isObject,
  chat: (value) => Number.isSafeInteger(value) || typeof value === 'string',
  // Files that are known by their id, or lie elsewhere, this server doesn't have.
  file: (value) => value instanceof UploadedFile,
};

/** The fields of a method with their types; none of a method that doesn't exist. */
export function fieldTypes(method: string): Readonly<Record<string, FieldType>> {
  const schema = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  return { ...schema?.required, ...schema?.optional };
}

/** Refuses a method that doesn't exist, and fields that are missing, of the wrong type or unknown. */
export function checkCall(method: string, parameters: Parameters): void {
  const schema = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!schema) throw new Refusal(404, 'Not Found: method not found');
  for (const name of Object.keys(schema.required)) {
    if (parameters[name] === undefined) throw badRequest(`field "${name}" of ${method} is missing`);
  }
  checkFields(method, parameters, fieldTypes(method));
}

/** Refuses fields of an object that are unknown or of the wrong type. */
export function checkFields(what: string, fields: Parameters, types: Readonly<Record<string, FieldType>>): void {
  for (const [name, value] of Object.entries(fields)) {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    if (!type) throw badRequest(`${what} has no field "${name}"`);
    if (!CHECKS[type](value)) throw badRequest(`field "${name}" of ${what} must be of type ${type}`);
  }
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Parameters {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that {@link checkCall} has found to be text, or absent. */
export function text(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  return typeof value === 'string' ? value : undefined;
}

/** A field that {@link checkCall} has found to be a number, or absent. */
export function integer(parameters: Parameters, name: string): number | undefined {
  const value = parameters[name];
  return typeof value === 'number' ? value : undefined;
}
