import * as z from 'zod';

/** A variable of the environment is missing or malformed. The message names each and what it wants. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** An http(s) address; plain http is allowed because a local Bot API server is a real use. */
const address = z.url({ protocol: /^https?$/, error: 'an http or https address' });

const variables = z.object({
  PORT: z.coerce
    .number({ error: 'a port number' })
    .int()
    .min(0)
    .max(65535, { error: 'a port number from 0 to 65535' })
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, { error: 'a token from @BotFather, like 123456789:AAE…' })
    .optional(),
  TELEGRAM_API_ROOT: address.optional(),
  TELEGRAM_WEBHOOK_URL: address.optional(),
  DISCORD_BOT_TOKEN: z
    .string()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, {
      error: 'a bot token from the Discord developer portal: three parts joined by dots',
    })
    .optional(),
  DISCORD_API_URL: address
    .refine((url) => url.replace(/\/$/, '').endsWith('/api'), { error: 'an address that ends in /api' })
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|sqlite:).+$/, {
      error: 'postgres://user:password@host/database, or sqlite: with the path of a file',
    })
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` }).default('info'),
});

export interface TelegramConfig {
  readonly token: string;
  /** Root of the Bot API; Telegram's own when absent. */
  readonly apiRoot?: string;
  /** Public address of the webhook; long polling when absent. */
  readonly webhookUrl?: string;
}

export interface DiscordConfig {
  readonly token: string;
  /** Root of the REST API, ending in `/api`; Discord's own when absent. */
  readonly apiUrl?: string;
}

/** Where learners' answers are kept. */
export type DatabaseConfig =
  { readonly type: 'sqlite'; readonly file: string } | { readonly type: 'postgres'; readonly url: string };

export interface WebConfig {
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
}

/** Everything that the environment decides. */
export interface Config {
  readonly web: WebConfig;
  readonly telegram?: TelegramConfig;
  readonly discord?: DiscordConfig;
  /** Absent: SQLite in the project's own data folder. */
  readonly database?: DatabaseConfig;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/**
 * Reads the environment. An empty variable counts as not set, so that a line left blank in `.env` is no fault.
 *
 * @throws {ConfigError} naming each variable at fault and what it wants, without repeating its value
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const result = variables.safeParse(present);
  if (!result.success) {
    const lines = result.error.issues.map(
      ({ path, message }) => `${path.join('.')} is malformed, expected ${message}.`,
    );
    throw new ConfigError(lines.join('\n'));
  }
  const env = result.data;
  return Object.freeze({
    web: { host: env.HOST, port: env.PORT },
    ...(env.TELEGRAM_BOT_TOKEN !== undefined && {
      telegram: {
        token: env.TELEGRAM_BOT_TOKEN,
        ...(env.TELEGRAM_API_ROOT !== undefined && { apiRoot: env.TELEGRAM_API_ROOT }),
        ...(env.TELEGRAM_WEBHOOK_URL !== undefined && { webhookUrl: env.TELEGRAM_WEBHOOK_URL }),
      },
    }),
    ...(env.DISCORD_BOT_TOKEN !== undefined && {
      discord: {
        token: env.DISCORD_BOT_TOKEN,
        ...(env.DISCORD_API_URL !== undefined && { apiUrl: env.DISCORD_API_URL }),
      },
    }),
    ...(env.DATABASE_URL !== undefined && { database: readDatabase(env.DATABASE_URL) }),
    logLevel: env.LOG_LEVEL,
  });
}

function readDatabase(url: string): DatabaseConfig {
  return url.startsWith('sqlite:') ? { type: 'sqlite', file: url.slice('sqlite:'.length) } : { type: 'postgres', url };
}
