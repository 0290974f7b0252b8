import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { startTelegramServer } from '../../wire/telegram-server/index.ts';
import { METHODS } from '../../wire/telegram-server/schema.ts';

/** A server that is called as a bot would: with JSON, or with a form. */
async function loopbackServer() {
  const server = await startTelegramServer();
  onTestFinished(() => server.goDown());
  const call = async (method: string, parameters: object | FormData) => {
    const isForm = parameters instanceof FormData;
    const response = await fetch(`${server.apiRoot}/bot${server.token}/${method}`, {
      method: 'POST',
      body: isForm ? parameters : JSON.stringify(parameters),
    });
    const { description = 'ok' } = z.object({ description: z.string().optional() }).parse(await response.json());
    return description;
  };
  const ann = server.people.person('Ann');
  return { server, call, ann, chat: server.people.privateChat(ann) };
}

const options = (count: number, text = 'x') => Array.from({ length: count }, () => ({ text }));

test.each([
  ['a quiz', {}, 'ok'],
  [
    'a quiz at every limit',
    { question: 'x'.repeat(300), options: options(12, 'x'.repeat(100)), explanation: `\n\n${'x'.repeat(198)}` },
    'ok',
  ],
  ['a question of 301 characters', { question: 'x'.repeat(301) }, /question length must not exceed 300/],
  ['a question of nothing', { question: ' ' }, /question must be non-empty/],
  ['13 options', { options: options(13) }, /more than 12 options/],
  ['no options', { options: [] }, /at least 1 option/],
  ['options as plain texts', { options: ['a', 'b'] }, /must be an Object/],
  ['an option of 101 characters', { options: options(2, 'x'.repeat(101)) }, /options length must not exceed 100/],
  ['an explanation of 201 characters', { explanation: 'x'.repeat(201) }, /too long/],
  ['an explanation with three line feeds', { explanation: 'a\nb\nc\nd' }, /line feeds/],
  ['a quiz that doesn’t say what is right', { correct_option_ids: undefined }, /wrong correct option IDs/],
  ['a quiz whose right option isn’t there', { correct_option_ids: [2] }, /wrong correct option IDs/],
  [
    'a quiz by the old name of the right option alone',
    { correct_option_ids: undefined, correct_option_id: 0 },
    /wrong correct/,
  ],
  ['a quiz whose right options are out of order', { correct_option_ids: [1, 0] }, /wrong correct option IDs/],
  ['a poll of another type', { type: 'exam' }, /unsupported poll type/],
])('sendPoll: %s', async (_what, fields, answer) => {
  const { call, chat } = await loopbackServer();
  const quiz = {
    chat_id: chat.id,
    question: 'x',
    options: options(2),
    type: 'quiz',
    correct_option_ids: [0],
    ...fields,
  };
  expect(await call('sendPoll', quiz)).toMatch(answer);
});

test('votes in an anonymous poll are not told, and in a quiz nobody votes twice', async () => {
  const { server, call, ann, chat } = await loopbackServer();
  const quiz = { chat_id: chat.id, question: 'x', options: options(2), type: 'quiz', correct_option_ids: [0] };
  await call('sendPoll', quiz);
  server.people.vote(ann, await chat.answers.next(), 1);
  expect(server.feed.pending).toBe(0);
  await call('sendPoll', { ...quiz, is_anonymous: false });
  const poll = await chat.answers.next();
  server.people.vote(ann, poll, 1);
  expect(server.feed.pending).toBe(1);
  expect(() => server.people.vote(ann, poll, 0)).toThrow(/can’t be changed/);
});

const form = (chatId: number, field: string, bytes: string | Uint8Array<ArrayBuffer>, caption = '') => {
  const data = new FormData();
  data.set('chat_id', `${chatId}`);
  data.set(field, new Blob([bytes]), 'file');
  data.set('caption', caption);
  return data;
};

test('files are refused as Telegram refuses them', async () => {
  const { call, chat } = await loopbackServer();
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);
  expect(await call('sendPhoto', form(chat.id, 'photo', png, 'x'.repeat(1024)))).toBe('ok');
  expect(await call('sendPhoto', form(chat.id, 'photo', png, 'x'.repeat(1025)))).toMatch(/caption is too long/);
  expect(await call('sendPhoto', form(chat.id, 'photo', 'no picture'))).toMatch(/IMAGE_PROCESS_FAILED/);
  expect(await call('sendPhoto', { chat_id: chat.id, photo: 1 })).toMatch(/must be of type file/);
  expect(await call('sendDocument', form(chat.id, 'document', 'x'))).toBe('ok');
  expect(await call('sendDocument', form(chat.id, 'document', ''))).toMatch(/non-empty/);
  expect(await call('getChatMember', { chat_id: chat.id, user_id: -5 })).toMatch(/invalid user_id/);
});

const SPECIFICATION = resolve(import.meta.dirname, '../../../../shared/specs/telegram-bot-api.json');

test.skipIf(!existsSync(SPECIFICATION))('every method takes no other fields than the Bot API describes', () => {
  const { methods } = z
    .object({
      methods: z.record(
        z.string(),
        z.object({ fields: z.array(z.object({ name: z.string(), required: z.boolean() })).optional() }),
      ),
    })
    .parse(JSON.parse(readFileSync(SPECIFICATION, 'utf8')));
  for (const [method, { required, optional }] of Object.entries(METHODS)) {
    const fields = methods[method]?.fields ?? [];
    const names = new Set([...fields.map(({ name }) => name), 'correct_option_id']);
    expect(
      Object.keys({ ...required, ...optional }).filter((name) => !names.has(name)),
      method,
    ).toEqual([]);
    expect(
      fields.filter(({ name, required: isRequired }) => isRequired && !(name in required)),
      method,
    ).toEqual([]);
  }
});
