import { expect, test } from 'vitest';
import { PlatformRefusal } from '../../../src/adapters/errors.ts';
import { plainReply } from '../../../src/assistant/reply.ts';
import { REAL_TIMING } from '../../../src/adapters/telegram/timing.ts';
import { startedFixture, telegramFixture } from './telegram-fixture.ts';

test.each([
  ['unknown', '123456789:AAE-another-token-that-nobody-knows'],
  ['malformed', 'not-a-token-at-all'],
])('a token that is %s is refused at the start, without repeating it', async (_what, token) => {
  const { adapter, logLines } = await telegramFixture({ token });
  const failure = await adapter.start().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PlatformRefusal);
  expect(String(failure)).toMatch(/TELEGRAM_BOT_TOKEN.*@BotFather/s);
  expect(String(failure) + logLines.join('')).not.toContain(token);
});

test('only the kinds of updates that are handled are asked for, after a webhook was removed', async () => {
  const { server } = await startedFixture();
  await server.feed.polls.next();
  expect(server.callsOf('getUpdates')[0]?.parameters['allowed_updates']).toEqual([
    'message',
    'callback_query',
    'inline_query',
    'my_chat_member',
    'poll_answer',
  ]);
  expect(server.callsOf('deleteWebhook')).toHaveLength(1);
});

test('the menu is set from the commands there are, and only when it differs', async () => {
  const first = await startedFixture();
  const { server } = first;
  await expect
    .poll(() => server.world.menu)
    .toEqual([
      { command: 'ask', description: 'What ask does' },
      { command: 'help', description: 'What help does' },
      { command: 'topics', description: 'What topics does' },
    ]);
  await first.adapter.stop();
  const second = await startedFixture({ server });
  await expect.poll(() => server.callsOf('getMyCommands')).toHaveLength(2);
  await second.adapter.stop();
  expect(server.callsOf('setMyCommands')).toHaveLength(1);
});

test('a slow answer holds up its own chat, in order, and no other', async () => {
  const { server, assistant } = await startedFixture();
  const alice = server.people.person('Alice');
  const bob = server.people.person('Bob');
  const [slow, quick] = [server.people.privateChat(alice), server.people.privateChat(bob)];
  const gate = Promise.withResolvers<void>();
  assistant.onQuestion = async (text) => {
    if (text === 'slow') await gate.promise;
    return plainReply('answer', text);
  };
  server.people.say(alice, slow, 'slow');
  server.people.say(alice, slow, 'after it');
  server.people.say(bob, quick, 'one');
  expect((await quick.answers.next()).text).toBe('one');
  server.people.say(bob, quick, 'two');
  expect((await quick.answers.next()).text).toBe('two');
  expect(slow.answers.size).toBe(0);
  gate.resolve();
  expect([(await slow.answers.next()).text, (await slow.answers.next()).text]).toEqual(['slow', 'after it']);
});

test('retry_after is obeyed on every send, and nothing is lost', async () => {
  const { server } = await startedFixture({ timing: REAL_TIMING });
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  server.faults.flood('sendMessage', 1);
  server.people.say(alice, chat, 'modbus');
  expect((await chat.answers.next()).text).toBe('You asked: modbus');
  const [refused, sent, ...more] = server.callsOf('sendMessage');
  expect((sent?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1000);
  expect(more).toEqual([]);
});

test('a broken connection is tried again with growing pauses', async () => {
  const { server, pauses, logLines } = await startedFixture();
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  server.faults.drop('sendMessage', 3);
  server.people.say(alice, chat, 'modbus');
  expect((await chat.answers.next()).text).toBe('You asked: modbus');
  expect(pauses).toEqual([750, 1500, 3000]);
  expect(logLines.join('')).not.toMatch(/modbus|AAE-test-token/);
});

test('after a loss of network every question is answered once', async () => {
  const { server } = await startedFixture();
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  server.people.say(alice, chat, 'before');
  expect((await chat.answers.next()).text).toBe('You asked: before');
  await server.goDown();
  server.people.say(alice, chat, 'during 1');
  server.people.say(alice, chat, 'during 2');
  await server.listen();
  server.people.say(alice, chat, 'after');
  for (const text of ['during 1', 'during 2', 'after'])
    expect((await chat.answers.next()).text).toBe(`You asked: ${text}`);
  expect(chat.answers.size).toBe(0);
});

test('a start without network keeps trying and answers as soon as it can', async () => {
  const { server, adapter, logLines } = await telegramFixture();
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  await server.goDown();
  await adapter.start();
  server.people.say(alice, chat, 'modbus');
  await server.listen();
  expect((await chat.answers.next()).text).toBe('You asked: modbus');
  expect(logLines.join('')).not.toContain(server.token);
});

test('a second receiver is waited out for two poll periods', async () => {
  const { server, pauses } = await startedFixture();
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  for (let conflict = 0; conflict < 2; conflict++) {
    await server.feed.polls.next();
    server.feed.conflict();
  }
  server.people.say(alice, chat, 'modbus');
  expect((await chat.answers.next()).text).toBe('You asked: modbus');
  expect(pauses).toEqual([30_000, 30_000]);
});

test('a second receiver that stays is told in the log, with what to do', async () => {
  const { server, logLines } = await startedFixture();
  for (let conflict = 0; conflict < 3; conflict++) {
    await server.feed.polls.next();
    server.feed.conflict();
  }
  await expect.poll(() => logLines.join(''), { timeout: 5000 }).toMatch(/stop the other instance/);
});

test('a token that is revoked while Otto runs is told in the log, with what to do', async () => {
  const { server, logLines } = await startedFixture();
  await server.feed.polls.next();
  server.faults.refuse('getUpdates', 401, 'Unauthorized');
  const alice = server.people.person('Alice');
  server.people.say(alice, server.people.privateChat(alice), 'modbus');
  await expect.poll(() => logLines.join('')).toMatch(/Otto no longer answers there/);
  expect(logLines.join('')).toMatch(/@BotFather/);
});

test('a fault of ours is answered with an id that stands in the log, and the bot goes on', async () => {
  const { server, assistant, logLines } = await startedFixture();
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  assistant.onQuestion = (text) => {
    if (text === 'break') throw new Error('a fault');
    return plainReply('answer', text);
  };
  server.people.say(alice, chat, 'break');
  expect((await chat.answers.next()).text).toMatch(/Something went wrong.*fault-1/);
  server.people.say(alice, chat, 'go on');
  expect((await chat.answers.next()).text).toBe('go on');
  expect(logLines.join('')).toContain('"faultId":"fault-1"');
});

test('stopping finishes what is in flight and confirms it, so that the next start does not answer again', async () => {
  const { server, assistant, adapter } = await startedFixture({ timing: REAL_TIMING });
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  assistant.onQuestion = async (text) => {
    begun.resolve();
    await gate.promise;
    return plainReply('answer', text);
  };
  server.people.say(alice, chat, 'in flight');
  await begun.promise;
  const stopped = adapter.stop();
  server.people.say(alice, chat, 'too late');
  gate.resolve();
  await stopped;
  expect((await chat.answers.next()).text).toBe('in flight');
  expect(server.feed.pending).toBe(1);

  await startedFixture({ server });
  expect((await chat.answers.next()).text).toBe('You asked: too late');
});
