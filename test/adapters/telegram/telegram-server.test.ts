import { expect, onTestFinished, test } from 'vitest';
import { parseHtml } from '../../wire/telegram-server/html.ts';
import { startTelegramServer } from '../../wire/telegram-server/index.ts';

/** Calls a method as a bot would. */
async function loopbackServer() {
  const server = await startTelegramServer();
  onTestFinished(() => server.goDown());
  const call = async (method: string, parameters: object = {}, token = server.token) => {
    const response = await fetch(`${server.apiRoot}/bot${token}/${method}`, {
      method: 'POST',
      body: JSON.stringify(parameters),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  const alice = server.people.person('Alice');
  return { server, call, alice, chat: server.people.privateChat(alice) };
}

const keyboard = (button: object) => ({ reply_markup: { inline_keyboard: [[button]] } });

const results = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    type: 'article',
    id: `${index}`,
    title: 'x',
    input_message_content: { message_text: 'x' },
  }));

const refused = (status: number, description: RegExp) => ({
  status,
  body: expect.objectContaining({
    ok: false,
    error_code: status,
    description: expect.stringMatching(description),
  }) as unknown,
});

test('HTML is read as Telegram reads it', () => {
  expect(parseHtml('a <b>b<i>&lt;c&#x1F3ED;</i></b> &amp;&unknown <a href="https://x.org/?a&amp;b">d</a>')).toEqual({
    text: 'a b<c🏭 &&unknown d',
    entities: [
      { type: 'bold', offset: 2, length: 5 },
      { type: 'italic', offset: 3, length: 4 },
      { type: 'text_link', offset: 18, length: 1, url: 'https://x.org/?a&b' },
    ],
  });
});

test.each([
  ['a tag it does not know', '<p>x</p>', /Unsupported start tag "p"/],
  ['a sign that begins no tag', 'a < b', /Unclosed start tag|Unsupported start tag/],
  ['a tag that is not closed', '<b>x', /Can't find end tag/],
  ['tags that cross', '<b><i>x</b></i>', /Unmatched end tag/],
  ['an end without a beginning', 'x</b>', /Unexpected end tag/],
  ['an attribute without quotes that does not end', '<a href="x>y</a>', /Unclosed|Empty attribute/],
  ['markup inside code', '<code><b>x</b></code>', /inside code/],
])('%s is refused', (_what, html, message) => {
  expect(() => parseHtml(html)).toThrow(message);
});

test('calls are refused as Telegram refuses them', async () => {
  const { call, chat } = await loopbackServer();
  const chat_id = chat.id;
  const send = (fields: object) => call('sendMessage', { chat_id, text: 'x', ...fields });
  expect(await call('getMe', {}, '1:wrong-token')).toEqual(refused(401, /Unauthorized/));
  expect(await call('getMe', {}, 'nonsense')).toEqual(refused(404, /Not Found/));
  expect(await call('sendNonsense')).toEqual(refused(404, /method not found/));
  expect(await send({ reply_to: 1 })).toEqual(refused(400, /no field "reply_to"/));
  expect(await send({ chat_id: 99 })).toEqual(refused(400, /chat not found/));
  expect(await send({ text: ' \u200b\n' })).toEqual(refused(400, /text is empty/));
  expect(await send({ text: 'x'.repeat(4097) })).toEqual(refused(400, /too long/));
  expect((await send({ text: `<b>${'&amp;'.repeat(4096)}</b>`, parse_mode: 'HTML' })).status).toBe(200);
  expect(await send({ message_thread_id: 5 })).toEqual(refused(400, /thread not found/));
  expect(await send({ reply_parameters: { message_id: 5 } })).toEqual(refused(400, /replied not found/));
  expect(await send(keyboard({ text: 'x', callback_data: 'é'.repeat(33) }))).toEqual(
    refused(400, /BUTTON_DATA_INVALID/),
  );
  expect(await send(keyboard({ text: '', callback_data: 'x' }))).toEqual(refused(400, /non-empty/));
  expect(await call('editMessageText', { chat_id, message_id: 9, text: 'x' })).toEqual(
    refused(400, /to edit not found/),
  );
  expect(await call('answerCallbackQuery', { callback_query_id: 'x' })).toEqual(refused(400, /query is too old/));
  expect(await call('setMyCommands', { commands: [{ command: 'Ask', description: 'x' }] })).toEqual(
    refused(400, /COMMAND_INVALID/),
  );
});

test('an inline query takes 50 results at most, once', async () => {
  const { server, call, alice } = await loopbackServer();
  server.people.typeInline(alice, 'x');
  const [inline_query_id] = server.world.inlineQueries.keys();
  expect(await call('answerInlineQuery', { inline_query_id, results: results(51) })).toEqual(refused(400, /TOO_MUCH/));
  expect((await call('answerInlineQuery', { inline_query_id, results: results(50) })).status).toBe(200);
  expect(await call('answerInlineQuery', { inline_query_id, results: [] })).toEqual(refused(400, /query is too old/));
});

test('of two pollers the older is turned out, and a webhook excludes polling', async () => {
  const { server, call, alice, chat } = await loopbackServer();
  const older = call('getUpdates', { timeout: 5 });
  await server.feed.polls.next();
  const newer = call('getUpdates', { timeout: 5 });
  expect(await older).toEqual(refused(409, /terminated by other getUpdates/));
  await server.feed.polls.next();
  server.people.say(alice, chat, 'hello');
  expect(await newer).toMatchObject({ body: { result: [{ update_id: 1000, message: { text: 'hello' } }] } });
  expect(await call('getUpdates', { offset: 1001 })).toMatchObject({ body: { result: [] } });
  await call('setWebhook', { url: 'https://example.org/hook' });
  expect(await call('getUpdates')).toEqual(refused(409, /webhook is active/));
});

test('in privacy mode the bot is told only what is meant for it', async () => {
  const { server, alice } = await loopbackServer();
  const group = server.people.group('Plant');
  expect(server.people.say(alice, group, 'hello @otto_test_bot').update).toBeUndefined();
  expect(server.people.say(alice, group, '/help@other_bot').update).toBeUndefined();
  expect(server.people.say(alice, group, '/help@otto_test_bot').update).toBeDefined();
});
