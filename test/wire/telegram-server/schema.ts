import { badRequest, Refusal } from './refusal.ts';

type FieldType = 'integer' | 'string' | 'boolean' | 'array' | 'object' | 'chat';

interface MethodSchema {
  readonly required: Readonly<Record<string, FieldType>>;
  readonly optional: Readonly<Record<string, FieldType>>;
}

/** The parameters of a call, whose types have been checked. */
export type Parameters = Readonly<Record<string, unknown>>;

const TEXT_OPTIONS = {
  parse_mode: 'string',
  entities: 'array',
  link_preview_options: 'object',
  reply_markup: 'object',
} as const;

/** The methods and their fields, as https://core.telegram.org/bots/api lists them. */
const METHODS: Readonly<Record<string, MethodSchema>> = {
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
    optional: {
      ...TEXT_OPTIONS,
      message_thread_id: 'integer',
      disable_notification: 'boolean',
      protect_content: 'boolean',
      reply_parameters: 'object',
    },
  },
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
};

/** Refuses a method that doesn't exist, and fields that are missing, of the wrong type or unknown. */
export function checkCall(method: string, parameters: Parameters): void {
  const schema = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!schema) throw new Refusal(404, 'Not Found: method not found');
  for (const name of Object.keys(schema.required)) {
    if (parameters[name] === undefined) throw badRequest(`field "${name}" of ${method} is missing`);
  }
  checkFields(method, parameters, { ...schema.required, ...schema.optional });
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
