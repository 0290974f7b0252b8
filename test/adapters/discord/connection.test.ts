import { afterEach, expect, test } from 'vitest';
import { PlatformRefusal } from '../../../src/adapters/errors.ts';
import { pause, type Wait } from '../../../src/adapters/discord/pause.ts';
import { ApiError, INTENT } from '../../wire/discord-server/index.ts';
import { createBot, TOKEN, type Bot } from './bot.ts';

let bot: Bot;

afterEach(async () => {
  await bot.stop();
});

/** Waits a hundredth of what is asked, and keeps in mind what was asked. */
function hurriedWait(): { readonly wait: Wait; readonly asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    wait: (milliseconds, signal) => {
      asked.push(milliseconds);
      return pause(milliseconds / 100, signal);
    },
  };
}

test('a wrong token is refused for good, with what to do and without the token', async () => {
  bot = await createBot({}, { token: 'another.right.token' });
  const refusal = await bot.adapter.start().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(PlatformRefusal);
  expect(String(refusal)).toContain('DISCORD_BOT_TOKEN');
  expect(JSON.stringify([String(refusal), bot.log])).not.toContain(TOKEN);
});

test('refused intents are told with what to do instead of ending the process', async () => {
  bot = await createBot({}, { disallowedIntents: INTENT.directMessages });
  await expect(bot.adapter.start()).rejects.toThrow(/intents/);
});

test('an address that is not Discord’s is told', async () => {
  bot = await createBot();
  bot.server.refuseNext({ method: 'GET', path: /gateway/, error: new ApiError(404, 0, '404: Not Found') });
  await expect(bot.adapter.start()).rejects.toThrow(/DISCORD_API_URL/);
});

test('a network that is down at the start is tried again with growing pauses', async () => {
  const { wait, asked } = hurriedWait();
  bot = await createBot({ wait });
  bot.server.cutNetwork(true);
  const starting = bot.adapter.start();
  await expect.poll(() => asked.length).toBeGreaterThanOrEqual(4);
  bot.server.cutNetwork(false);
  await starting;
  expect(asked.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
});

test('a start that waits for the network can be stopped', async () => {
  bot = await createBot();
  bot.server.cutNetwork(true);
  const starting = bot.adapter.start();
  await expect.poll(() => bot.log.join('')).toContain('trying again');
  await bot.adapter.stop();
  await starting;
});

test('after a broken connection the session is resumed and what was said meanwhile is answered once', async () => {
  const { wait } = hurriedWait();
  bot = await createBot({ wait });
  await bot.adapter.start();
  const alice = bot.server.person('alice');
  await alice.replyTo(alice.whisper('before'));
  bot.server.cutNetwork(true);
  await expect.poll(() => bot.server.gateway.connected).toBe(false);
  const missed = alice.whisper('meanwhile');
  // Long enough for attempts to fail, after which discord.js by itself would have dropped the session.
  await expect
    .poll(() => bot.log.filter((line) => line.includes('reconnecting')).length, { timeout: 5000 })
    .toBeGreaterThan(1);
  bot.server.cutNetwork(false);
  await alice.replyTo(missed);
  expect(bot.server.gateway.resumed).toBe(1);
  expect(bot.server.gateway.identified).toHaveLength(1);
  expect(bot.assistant.requests).toHaveLength(2);
});

test('a session that Discord no longer knows is begun anew', async () => {
  bot = await createBot();
  await bot.adapter.start();
  bot.server.gateway.forgetSessions();
  bot.server.gateway.drop();
  // Discord allows one identify in 5 s, which discord.js keeps.
  await expect.poll(() => bot.server.gateway.identified.length, { timeout: 10_000 }).toBe(2);
  const alice = bot.server.person('alice');
  await alice.replyTo(alice.whisper('modbus'));
});

test('Discord asking to reconnect is obeyed', async () => {
  bot = await createBot();
  await bot.adapter.start();
  bot.server.gateway.askToReconnect();
  await expect.poll(() => bot.server.gateway.resumed, { timeout: 5000 }).toBe(1);
  const alice = bot.server.person('alice');
  await alice.replyTo(alice.whisper('modbus'));
});

test('a token that is reset while the bot runs is logged with what to do, and nothing crashes', async () => {
  bot = await createBot();
  await bot.adapter.start();
  bot.server.gateway.drop(4004);
  await expect.poll(() => bot.log.join('')).toContain('Discord closed the connection for good');
  expect(bot.log.join('')).toContain('DISCORD_BOT_TOKEN');
});

test('stopping finishes what was begun and takes nothing more', async () => {
  bot = await createBot();
  await bot.adapter.start();
  const alice = bot.server.person('alice');
  const release = bot.assistant.hold();
  const begun = alice.slash('help', {}, { age: 1600 });
  await begun.acknowledged();
  const stopping = bot.adapter.stop();
  alice.slash('help');
  release();
  await stopping;
  expect((await begun.answer()).body.embeds?.[0]?.title).toBe('Modbus');
  expect(bot.assistant.requests).toHaveLength(1);
  expect(bot.server.gateway.connected).toBe(false);
});

test('commands that cannot be registered leave the rest working', async () => {
  bot = await createBot();
  bot.server.refuseNext({
    method: 'PUT',
    path: /commands$/,
    error: new ApiError(400, 30034, 'Max number of daily application command creates has been reached (200)'),
  });
  await bot.adapter.start();
  expect(bot.log.join('')).toContain('could not register the commands');
  const alice = bot.server.person('alice');
  await alice.replyTo(alice.whisper('modbus'));
});
