import { expect, test } from 'vitest';
import { plainReply } from '../../../src/assistant/reply.ts';
import { LONG_REPLY, MODBUS_REPLY } from './scripted-assistant.ts';
import { startedFixture } from './telegram-fixture.ts';

test('in a private chat, any text is a question', async () => {
  const { server, assistant } = await startedFixture();
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  server.people.say(alice, chat, 'which port does modbus use');

  const answer = await chat.answers.next();
  expect(answer.text).toBe('You asked: which port does modbus use');
  expect(answer.replyTo).toBeUndefined();
  expect(answer.linkPreview).toBe(false);
  expect(assistant.requests).toEqual([
    {
      asker: { platform: 'telegram', id: `${alice.id}`, name: 'Alice' },
      place: { id: `${chat.id}`, kind: 'private' },
      input: { type: 'question', text: 'which port does modbus use' },
      locale: 'en',
    },
  ]);
  expect(server.mistakes).toEqual([]);
});

test('an answer has its title, facts, caution, sources and buttons', async () => {
  const { server, assistant } = await startedFixture();
  assistant.onQuestion = () => MODBUS_REPLY;
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  server.people.say(alice, chat, 'modbus');

  const answer = await chat.answers.next();
  expect(answer.text).toBe(
    'Modbus\n\nModbus uses TCP port 502 & <nothing> else.\n\nPorts: 502/tcp\n\n⚠️ Caution: Do not scan a running plant.\n\nSources\n• Modbus "spec"\n\nChecked 22 November 2026',
  );
  expect(answer.entities).toContainEqual({ type: 'bold', offset: 0, length: 6 });
  expect(answer.entities).toContainEqual(
    expect.objectContaining({ type: 'text_link', url: 'https://modbus.org/specs.php?a=1&b=2' }),
  );
  expect(answer.keyboard.map((row) => row.map(({ text }) => text))).toEqual([['More'], ['DNP3']]);
});

test('Start greets and tells how to ask in groups; a deep link opens its note', async () => {
  const { server } = await startedFixture();
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);

  server.people.say(alice, chat, '/start');
  expect((await chat.answers.next()).text).toMatch(/\/ask@otto_test_bot.*privacy mode/s);
  server.people.say(alice, chat, '/start note_modbus');
  expect((await chat.answers.next()).text).toMatch(/^Modbus\n/);
  server.people.say(alice, chat, '/start note_opc-ua');
  expect((await chat.answers.next()).text).toBe('Action {"type":"note","note":"opc-ua"}');
  server.people.say(alice, chat, '/start note_../../etc');
  expect((await chat.answers.next()).text).toMatch(/^Hello, I am Otto/);
});

test('a command comes with its arguments; an unknown one is handed on in a private chat', async () => {
  const { server } = await startedFixture();
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);

  server.people.say(alice, chat, '/ask  what is\nmodbus ');
  expect((await chat.answers.next()).text).toBe('Command ask with {"question":"what is\\nmodbus"}');
  server.people.say(alice, chat, '/HELP');
  expect((await chat.answers.next()).text).toBe('Command help with {}');
  server.people.say(alice, chat, '/teapot now');
  expect((await chat.answers.next()).text).toBe('Command teapot with {}');
});

test('in a group Otto answers mentions, replies to it and commands, and is silent otherwise', async () => {
  const { server, assistant } = await startedFixture();
  server.world.privacyMode = false;
  const alice = server.people.person('Alice');
  const group = server.people.group('Plant');
  const { people } = server;

  people.say(alice, group, 'what is modbus?');
  people.say(alice, group, 'write to otto_test_bot@example.com or @otto_test_bot2');
  people.say(alice, group, '/help@other_bot');
  people.say(alice, group, '/weather');
  const { messageId } = people.say(alice, group, 'Hey @Otto_Test_Bot what is modbus?');
  const first = await group.answers.next();
  expect(first.text).toBe('You asked: Hey what is modbus?');
  expect(first.replyTo).toBe(messageId);

  people.say(alice, group, 'and its port?', { replyTo: first });
  expect((await group.answers.next()).text).toBe('You asked: and its port?');
  people.say(alice, group, '/ask@otto_test_bot what is dnp3');
  expect((await group.answers.next()).text).toBe('Command ask with {"question":"what is dnp3"}');
  people.say(alice, group, '@otto_test_bot: and modbus?');
  expect((await group.answers.next()).text).toBe('You asked: and modbus?');
  expect(assistant.requests).toHaveLength(4);
});

test('a mention alone passes on the question it replies to, or says how to ask', async () => {
  const { server } = await startedFixture();
  server.world.privacyMode = false;
  const alice = server.people.person('Alice');
  const bob = server.people.person('Bob');
  const group = server.people.group('Plant');

  server.people.say(alice, group, '@otto_test_bot', { quoting: { by: bob, text: 'what is a PLC?' } });
  expect((await group.answers.next()).text).toBe('You asked: what is a PLC?');
  server.people.say(alice, group, '@otto_test_bot');
  expect((await group.answers.next()).text).toMatch(/^Hello, I am Otto/);
});

test('Otto does not answer what its own inline mode wrote, nor other bots', async () => {
  const { server, assistant } = await startedFixture();
  server.world.privacyMode = false;
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);

  server.people.say(alice, chat, 'Modbus uses port 502', { viaBot: true });
  server.people.say({ ...alice, is_bot: true }, chat, 'hello from a bot');
  server.people.say(alice, chat, 'a real question');
  expect((await chat.answers.next()).text).toBe('You asked: a real question');
  expect(assistant.requests).toHaveLength(1);
});

test('an anonymous administrator gets an answer, as the group they write for', async () => {
  const { server, assistant } = await startedFixture();
  const alice = server.people.person('Alice');
  const group = server.people.group('Plant');
  server.people.say(alice, group, '/ask@otto_test_bot modbus', { senderChat: true });
  await group.answers.next();
  expect(assistant.requests[0]?.asker.id).toBe(`${group.id}`);
});

test('in a forum the answer comes in the topic; in a chain of replies it does not name a thread', async () => {
  const { server, assistant } = await startedFixture();
  const alice = server.people.person('Alice');
  const forum = server.people.group('Forum', { isForum: true });
  const topic = server.people.topic(forum);
  server.people.say(alice, forum, '/ask modbus', { topic });
  const answer = await forum.answers.next();
  expect(answer.threadId).toBe(topic);
  expect(assistant.requests[0]?.place).toEqual({ id: `${forum.id}/${topic}`, kind: 'group' });

  const group = server.people.group('Plant');
  server.people.say(alice, group, '/ask modbus', { thread: 77 });
  expect((await group.answers.next()).threadId).toBeUndefined();
  expect(server.mistakes).toEqual([]);
});

test('a long answer is split between paragraphs, with the buttons under the last part', async () => {
  const { server, assistant } = await startedFixture();
  assistant.onQuestion = () => LONG_REPLY;
  const alice = server.people.person('Alice');
  const group = server.people.group('Plant');
  server.people.say(alice, group, '/start@otto_test_bot note_modbus');
  const short = await group.answers.next();
  server.people.say(alice, group, 'all of it', { replyTo: short });

  const parts = [await group.answers.next(), await group.answers.next(), await group.answers.next()];
  expect(parts.every(({ text }) => text.length <= 4096)).toBe(true);
  expect(parts[1]?.text).toMatch(/^Paragraph \d+\. /);
  expect(parts.map(({ keyboard }) => keyboard.length)).toEqual([0, 0, 1]);
  expect(parts.map(({ replyTo }) => replyTo !== undefined)).toEqual([true, false, false]);
  expect(server.mistakes).toEqual([]);
});

test.each([
  ['a picture without words', '', { photo: [{ file_id: 'x', width: 1, height: 1 }] }],
  ['a sticker', '', { sticker: { file_id: 'x' } }],
])('%s gets a short answer in a private chat and silence in a group', async (_what, text, media) => {
  const { server, assistant } = await startedFixture();
  server.world.privacyMode = false;
  const alice = server.people.person('Alice');
  const group = server.people.group('Plant');
  const chat = server.people.privateChat(alice);
  server.people.say(alice, group, text, { media });
  server.people.say(alice, chat, text, { media });
  expect((await chat.answers.next()).text).toMatch(/only read text/);
  expect(group.answers.size).toBe(0);
  expect(assistant.requests).toEqual([]);
});

test('a caption counts as text; news about the chat is no question', async () => {
  const { server } = await startedFixture();
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  server.people.say(alice, chat, '', { media: { pinned_message: { message_id: 1 } } });
  server.people.say(alice, chat, 'what is this?', { media: { photo: [] } });
  expect((await chat.answers.next()).text).toBe('You asked: what is this?');
});

test.each([
  ['emoji', '🏭🤖'],
  ['control characters', '\u0000\u0007\u001b[31m'],
  ['HTML', '<b>bold</i> & <script>alert(1)</script> &amp;'],
  ['Markdown', '*[a](b)_`'],
  ['half of a character', 'x\ud83d'],
  ['marks on one letter', `a${'\u0301'.repeat(3000)}`],
  ['100,000 characters', 'modbus '.repeat(14_300)],
])('%s gets an answer that Telegram takes', async (_what, text) => {
  const { server } = await startedFixture();
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  server.people.say(alice, chat, text);
  expect((await chat.answers.next()).text).toMatch(/^You asked:/);
  expect(server.mistakes).toEqual([]);
});

test('a reply of invisible characters is still a message', async () => {
  const { server, assistant } = await startedFixture();
  assistant.onQuestion = () => plainReply('answer', '\u200b \u0007');
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  server.people.say(alice, chat, 'hm');
  expect((await chat.answers.next()).text).toBe('…');
});

test('when Telegram cannot parse an answer, it is sent once more without markup', async () => {
  const { server, assistant } = await startedFixture();
  assistant.onQuestion = () => MODBUS_REPLY;
  server.faults.refuse('sendMessage', 400, 'Bad Request: can\'t parse entities: Unsupported start tag "secret words"');
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  server.people.say(alice, chat, 'modbus');
  const answer = await chat.answers.next();
  expect(answer.text).toContain('502 & <nothing> else');
  expect(answer.entities).toEqual([]);
});

test('an answer follows a group that has become a supergroup', async () => {
  const { server } = await startedFixture();
  const alice = server.people.person('Alice');
  const group = server.people.group('Plant', { type: 'group' });
  const supergroup = server.people.upgrade(group);
  server.people.say(alice, group, '/ask modbus');
  expect((await supergroup.answers.next()).text).toMatch(/modbus/);
});

test('Otto says hello in a group that it is added to, once, and goes on when it is removed or blocked', async () => {
  const { server, logLines } = await startedFixture();
  const alice = server.people.person('Alice');
  const group = server.people.group('Plant');
  server.people.addBot(alice, group);
  expect((await group.answers.next()).text).toMatch(/\/ask@otto_test_bot/);

  const bob = server.people.person('Bob');
  const blocked = server.people.privateChat(bob);
  server.people.say(bob, blocked, 'modbus');
  await blocked.answers.next();
  server.people.removeBot(bob, blocked);
  server.people.say(bob, blocked, 'are you there?');
  const chat = server.people.privateChat(alice);
  server.people.say(alice, chat, 'still there?');
  expect((await chat.answers.next()).text).toBe('You asked: still there?');
  await expect.poll(() => logLines.join('')).toContain('blocked or removed');
  expect(group.answers.size).toBe(0);
});
