import { expect, test } from 'vitest';
import { MODBUS_REPLY } from './scripted-assistant.ts';
import { startedFixture, type TelegramFixture } from './telegram-fixture.ts';

/** Alice has asked and sees an answer with buttons. */
async function answered({ server, assistant }: TelegramFixture) {
  assistant.onQuestion = () => MODBUS_REPLY;
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  server.people.say(alice, chat, 'modbus');
  return { alice, chat, message: await chat.answers.next() };
}

test('a button is acknowledged, then its message is changed in place', async () => {
  const fixture = await startedFixture();
  const { server } = fixture;
  const { alice, chat, message } = await answered(fixture);

  expect(await server.people.press(alice, message, 'DNP3').next()).toEqual({ text: undefined });
  expect((await message.edits.next()).text).toBe('Action {"type":"note","note":"dnp3"}');
  expect(chat.answers.size).toBe(0);
  expect(server.calls.map(({ method }) => method).slice(-2)).toEqual(['answerCallbackQuery', 'editMessageText']);
  expect(server.mistakes).toEqual([]);
});

test('a button whose answer is long changes the message and sends the rest below; pressed twice it does so once', async () => {
  const fixture = await startedFixture();
  const { server } = fixture;
  const { alice, chat, message } = await answered(fixture);

  const presses = [server.people.press(alice, message, 'More'), server.people.press(alice, message, 'More')];
  for (const press of presses) await press.next();
  expect((await message.edits.next()).keyboard).toEqual([]);
  await chat.answers.next();
  expect((await chat.answers.next()).keyboard).toHaveLength(1);
  server.people.say(alice, chat, 'next question');
  expect((await chat.answers.next()).text).toMatch(/^Modbus/);
  expect(server.callsOf('editMessageText').map(({ refusal }) => refusal?.slice(0, 36))).toEqual([
    undefined,
    'Bad Request: message is not modified',
  ]);
});

test('in a forum, the rest of a long answer stays in the topic', async () => {
  const fixture = await startedFixture();
  const { server, assistant } = fixture;
  const alice = server.people.person('Alice');
  const forum = server.people.group('Forum', { isForum: true });
  const topic = server.people.topic(forum);
  server.people.say(alice, forum, '/start@otto_test_bot note_modbus', { topic });
  const message = await forum.answers.next();
  server.people.press(alice, message, 'More');
  expect((await forum.answers.next()).threadId).toBe(topic);
  expect(assistant.requests.at(-1)?.place.id).toBe(`${forum.id}/${topic}`);
});

test('a query that is too old to be acknowledged is answered all the same', async () => {
  const fixture = await startedFixture();
  const { server } = fixture;
  const { alice, message } = await answered(fixture);
  server.people.pressData(alice, message, '1:n:dnp3', { isExpired: true });
  expect((await message.edits.next()).text).toMatch(/dnp3/);
});

test('when the message is gone, the answer comes as a new one', async () => {
  const fixture = await startedFixture();
  const { server } = fixture;
  const { alice, chat, message } = await answered(fixture);
  server.world.messages.clear();
  server.people.press(alice, message, 'DNP3');
  expect((await chat.answers.next()).text).toMatch(/dnp3/);
});

test('a button in a group that has become a supergroup is answered there', async () => {
  const { server } = await startedFixture();
  const alice = server.people.person('Alice');
  const group = server.people.group('Plant', { type: 'group' });
  server.people.say(alice, group, '/start@otto_test_bot note_modbus');
  const message = await group.answers.next();
  const supergroup = server.people.upgrade(group);
  server.people.press(alice, message, 'DNP3');
  expect((await supergroup.answers.next()).text).toMatch(/dnp3/);
});

test.each(['0:n:modbus', '', '1:n:../../etc', '{"a":1}', 'x'.repeat(64)])(
  'a button with %j says that it is out of date',
  async (data) => {
    const fixture = await startedFixture();
    const { server, assistant } = fixture;
    const { alice, message } = await answered(fixture);
    const before = assistant.requests.length;
    const { text } = await server.people.pressData(alice, message, data).next();
    expect(text).toMatch(/older version/);
    expect(assistant.requests).toHaveLength(before);
  },
);
