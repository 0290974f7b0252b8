import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const TELEGRAM_TOKEN = '123456789:AAEabcdefghijklmnopqrstuvwxyz012345';

test('nothing needs to be set', () => {
  expect(readConfig({})).toEqual({ web: { host: '127.0.0.1', port: 3000 }, logLevel: 'info' });
});

test('a variable left blank counts as not set', () => {
  expect(readConfig({ TELEGRAM_BOT_TOKEN: '', PORT: ' ' })).toEqual(readConfig({}));
});

test('every variable reaches the adapter that it is for', () => {
  expect(
    readConfig({
      PORT: '8080',
      HOST: '0.0.0.0',
      TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081',
      TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/telegram',
      DISCORD_BOT_TOKEN: 'aaa.bbb.ccc',
      DISCORD_API_URL: 'http://127.0.0.1:8082/api',
      LOG_LEVEL: 'debug',
    }),
  ).toEqual({
    web: { host: '0.0.0.0', port: 8080 },
    telegram: {
      token: TELEGRAM_TOKEN,
      apiRoot: 'http://127.0.0.1:8081',
      webhookUrl: 'https://bot.example.org/telegram',
    },
    discord: { token: 'aaa.bbb.ccc', apiUrl: 'http://127.0.0.1:8082/api' },
    logLevel: 'debug',
  });
});

test.each([
  ['PORT', '99999'],
  ['PORT', 'http'],
  ['TELEGRAM_BOT_TOKEN', 'not a token'],
  ['TELEGRAM_API_ROOT', 'ftp://example.org'],
  ['DISCORD_BOT_TOKEN', 'one-part'],
  ['DISCORD_API_URL', 'https://discord.example.org/v10'],
  ['LOG_LEVEL', 'loud'],
])('a malformed %s names itself and what it wants, and keeps its value to itself', (name, value) => {
  const read = () => readConfig({ [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(new RegExp(`^${name} is malformed, expected `));
  expect(read).not.toThrow(value);
});

test('.env.example documents every variable that is read', () => {
  const source = readFileSync(resolve(import.meta.dirname, '../src/config.ts'), 'utf8');
  const example = readFileSync(resolve(import.meta.dirname, '../.env.example'), 'utf8');
  const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(7);
  for (const name of names) expect(example).toContain(`${name}=`);
});
