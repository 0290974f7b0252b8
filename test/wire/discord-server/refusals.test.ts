import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDiscordServer, type DiscordServer } from './index.ts';

const TOKEN = 'the.right.token';

let server: DiscordServer;

beforeAll(async () => {
  server = await startDiscordServer({ token: TOKEN });
});

afterAll(async () => {
  await server.close();
});

async function call(method: string, path: string, body?: unknown, token = TOKEN) {
  const response = await fetch(`${server.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = response.status === 204 ? {} : ((await response.json()) as { code?: number });
  return { status: response.status, code: answer.code };
}

const send = (body: unknown) => call('POST', `/channels/${server.world.channelId}/messages`, body);
const register = (commands: unknown) => call('PUT', `/applications/${server.world.applicationId}/commands`, commands);
const thread = (channel: string, body: object = {}) =>
  call('POST', `/channels/${channel}/threads`, { name: 'x', type: 11, ...body });
const upload = (size: number, description: string) => {
  const form = new FormData();
  form.set('payload_json', JSON.stringify({ attachments: [{ id: 0, description }] }));
  form.set('files[0]', new File(['x'.repeat(size)], 'x.txt'));
  return fetch(`${server.apiUrl}/v10/channels/${server.world.channelId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${TOKEN}` },
    body: form,
  });
};
const button = (overrides: object = {}) => ({ type: 2, style: 2, label: 'x', custom_id: 'x', ...overrides });
const row = (...components: unknown[]) => ({ type: 1, components });
const many = (count: number) => Array.from({ length: count }, (_, index) => button({ custom_id: `b${index}` }));
const select = (count: number) => ({
  type: 3,
  custom_id: 's',
  options: Array.from({ length: count }, (_, index) => ({ label: `l${index}`, value: `v${index}` })),
});
const slash = (overrides: object = {}) => ({ type: 1, name: 'ask', description: 'Ask', ...overrides });
const text = (name: string, overrides: object = {}) => ({ type: 3, name, description: 'x', ...overrides });

describe('the wire server refuses a message', () => {
  const refused: readonly (readonly [string, unknown])[] = [
    ['with a field that is unknown', { content: 'x', colour: 1 }],
    ['with an embed field that is unknown', { embeds: [{ description: 'x', text: 'y' }] }],
    ['with 2001 characters', { content: 'x'.repeat(2001) }],
    ['with a title of 257 characters', { embeds: [{ title: 'x'.repeat(257) }] }],
    ['with a description of 4097 characters', { embeds: [{ description: 'x'.repeat(4097) }] }],
    ['with 26 fields', { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'a', value: 'b' })) }] }],
    ['with an empty field value', { embeds: [{ fields: [{ name: 'a', value: ' ' }] }] }],
    ['with a field value of 1025 characters', { embeds: [{ fields: [{ name: 'a', value: 'x'.repeat(1025) }] }] }],
    ['with a footer of 2049 characters', { embeds: [{ description: 'x', footer: { text: 'x'.repeat(2049) } }] }],
    [
      'with more than 6000 characters in all embeds',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
    ],
    ['with an embed that shows nothing', { embeds: [{ color: 1 }] }],
    ['with six rows', { content: 'x', components: many(6).map((each) => row(each)) }],
    ['with six buttons in a row', { content: 'x', components: [row(...many(6))] }],
    ['with two equal custom ids', { content: 'x', components: [row(button(), button())] }],
    ['with a custom id of 101 characters', { content: 'x', components: [row(button({ custom_id: 'x'.repeat(101) }))] }],
    ['with an empty custom id', { content: 'x', components: [row(button({ custom_id: '' }))] }],
    ['with a label of 81 characters', { content: 'x', components: [row(button({ label: 'x'.repeat(81) }))] }],
    ['with a menu of 26 options', { content: 'x', components: [row(select(26))] }],
    ['with a menu beside a button', { content: 'x', components: [row(select(2), button())] }],
    ['with a picture’s address that is none', { embeds: [{ image: { url: 'otto.png' } }] }],
    ['with a file that was not uploaded', { content: 'x', attachments: [{ id: 0 }] }],
    ['with a nonce of 26 characters', { content: 'x', nonce: 'x'.repeat(26) }],
    ['that allows mentions twice over', { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } }],
    ['in reply to one that is not there', { content: 'x', message_reference: { message_id: '1' } }],
  ];

  test.each(refused)('%s', async (_, body) => {
    expect(await send(body)).toEqual({ status: 400, code: 50035 });
  });

  test('with nothing in it, into an unknown channel, or with a wrong token', async () => {
    expect(await send({ content: ' ' })).toEqual({ status: 400, code: 50006 });
    expect(await call('POST', '/channels/1/messages', { content: 'x' })).toEqual({ status: 404, code: 10003 });
    expect(await call('GET', '/gateway/bot', undefined, 'wrong')).toEqual({ status: 401, code: 0 });
    expect((await send({ content: 'x' })).status).toBe(200);
  });
});

test('the wire server refuses files whose description is too long or that are too large', async () => {
  expect((await upload(1, 'x'.repeat(1025))).status).toBe(400);
  expect((await upload(11 * 1024 * 1024, 'x')).status).toBe(413);
  expect((await upload(1, 'x')).status).toBe(200);
});

test('the wire server refuses edits of what is gone or another’s', async () => {
  const edit = (id: string, channel = server.world.channelId) =>
    call('PATCH', `/channels/${channel}/messages/${id}`, { content: 'y' });
  expect(await edit('1')).toEqual({ status: 404, code: 10008 });
  expect(await edit('1', '2')).toEqual({ status: 404, code: 10003 });
  expect(await edit(server.person('alice').say('x').id)).toEqual({ status: 403, code: 50005 });
});

test('the wire server refuses messages to those who block the bot or are nobody, and into closed channels', async () => {
  const alice = server.person('alice');
  const open = (recipient_id: string) => call('POST', '/users/@me/channels', { recipient_id });
  expect(await open('1')).toEqual({ status: 400, code: 50033 });
  expect((await open(alice.account.id)).status).toBe(200);
  alice.block();
  const [direct = ''] = [...server.world.directChannels].find(([, { id }]) => id === alice.account.id) ?? [];
  expect(await call('POST', `/channels/${direct}/messages`, { content: 'x' })).toEqual({ status: 403, code: 50007 });
  const channel = server.world.newChannel('closed');
  channel.closed = 'forbidden';
  expect(await call('POST', `/channels/${channel.id}/messages`, { content: 'x' })).toEqual({
    status: 403,
    code: 50013,
  });
  channel.closed = 'deleted';
  expect(await call('POST', `/channels/${channel.id}/messages`, { content: 'x' })).toEqual({
    status: 404,
    code: 10003,
  });
});

test('the wire server refuses threads in threads, in direct messages, or with an odd life', async () => {
  const { id } = server.world.newChannel('thread', server.world.channelId);
  server.person('alice');
  const [direct = ''] = server.world.directChannels.keys();
  expect(await thread(id)).toEqual({ status: 400, code: 50024 });
  expect(await thread(direct)).toEqual({ status: 400, code: 50003 });
  expect(await thread(server.world.channelId, { auto_archive_duration: 61 })).toEqual({ status: 400, code: 50035 });
  expect(await thread(server.world.channelId, { name: 'x'.repeat(101) })).toEqual({ status: 400, code: 50035 });
});

describe('the wire server refuses commands', () => {
  const refused: readonly (readonly [string, unknown])[] = [
    ['with capitals in the name', [slash({ name: 'Ask' })]],
    ['with a name of 33 characters', [slash({ name: 'x'.repeat(33) })]],
    ['without a description', [slash({ description: '' })]],
    ['with a description of 101 characters', [slash({ description: 'x'.repeat(101) })]],
    ['with the required option last', [slash({ options: [text('a'), text('b', { required: true })] })]],
    ['with 26 options', [slash({ options: Array.from({ length: 26 }, (_, index) => text(`o${index}`)) })]],
    [
      'with 26 choices',
      [
        slash({
          options: [text('a', { choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) })],
        }),
      ],
    ],
    ['with choices and autocomplete', [slash({ options: [text('a', { autocomplete: true, choices: [] })] })]],
    ['with the same name twice', [slash(), slash()]],
    ['with a description in a message menu', [{ type: 3, name: 'Ask about this', description: 'x' }]],
    [
      'of more than 8000 characters',
      [
        slash({
          options: Array.from({ length: 20 }, (_, i) =>
            text(`o${i}`, {
              choices: Array.from({ length: 25 }, (_, j) => ({ name: `${j} ${'x'.repeat(20)}`, value: `${j}` })),
            }),
          ),
        }),
      ],
    ],
    ['with an unknown field', [slash({ help: 'x' })]],
  ];

  test.each(refused)('%s', async (_, commands) => {
    expect(await register(commands)).toEqual({ status: 400, code: 50035 });
  });
});

async function interaction(age = 0) {
  await register([slash({ options: [text('question', { autocomplete: true })] })]);
  return server.person('alice').slash('ask', {}, { age }).interaction;
}

describe('the wire server refuses an answer to an interaction', () => {
  const say = { type: 4, data: { content: 'x' } };

  test('that is unknown, late, or answered already', async () => {
    expect(await call('POST', '/interactions/1/none/callback', say)).toEqual({ status: 404, code: 10062 });
    const late = await interaction(3100);
    expect(await call('POST', `/interactions/${late.id}/${late.token}/callback`, say)).toEqual({
      status: 404,
      code: 10062,
    });
    const twice = await interaction();
    expect((await call('POST', `/interactions/${twice.id}/${twice.token}/callback`, say)).status).toBe(204);
    expect(await call('POST', `/interactions/${twice.id}/${twice.token}/callback`, say)).toEqual({
      status: 400,
      code: 40060,
    });
  });

  test('with an update where there is nothing to update, or before it was acknowledged', async () => {
    const { id, token } = await interaction();
    expect(
      (await call('POST', `/interactions/${id}/${token}/callback`, { type: 7, data: { content: 'x' } })).status,
    ).toBe(400);
    expect(await call('POST', `/webhooks/1/${token}`, { content: 'x' })).toEqual({ status: 404, code: 10015 });
  });

  test('with 26 choices', async () => {
    await interaction();
    const { id, token } = server.person('bob').type('ask', 'question', 'm').interaction;
    const choices = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }));
    expect((await call('POST', `/interactions/${id}/${token}/callback`, { type: 8, data: { choices } })).code).toBe(
      50035,
    );
  });
});

test('the wire server keeps in mind a text that does not say whom it may ping', async () => {
  await send({ content: 'hello @everyone' });
  await send({ content: 'hello <@1>', allowed_mentions: { parse: [] } });
  expect(server.world.unguardedMentions).toEqual(['hello @everyone']);
});
