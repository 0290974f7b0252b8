import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AdapterOutbox } from '../../../src/adapters/adapter.ts';
import { PlatformRefusal, NetworkFailure } from '../../../src/adapters/errors.ts';
import { Undeliverable } from '../../../src/assistant/outbox.ts';
import { plainReply } from '../../../src/assistant/reply.ts';
import { ApiError, type Person } from '../../wire/discord-server/index.ts';
import { createBot, type Bot } from './bot.ts';

const HELLO = plainReply('quiz', 'A question for @everyone');

let bot: Bot;
let outbox: AdapterOutbox;
let alice: Person;
let channelId: string;

beforeEach(async () => {
  bot = await createBot();
  if (!bot.adapter.outbox) throw new Error('Discord lets bots speak up, so the adapter must have an outbox.');
  outbox = bot.adapter.outbox;
  alice = bot.server.person('alice');
  channelId = bot.server.world.newChannel('outbox').id;
});

afterEach(async () => {
  await bot.stop();
});

const messages = () => bot.server.world.messagesIn(channelId);
const textsOf = () => messages().map(({ body }) => body.embeds?.[0]?.description);

test('nothing is sent before Otto is logged in, which is no reason to give up', async () => {
  expect(outbox.isReady?.()).toBe(false);
  await expect(outbox.post(channelId, HELLO)).rejects.toThrow(NetworkFailure);
  await bot.adapter.start();
  expect(outbox.isReady?.()).toBe(true);
});

describe('once logged in, Otto', () => {
  beforeEach(async () => {
    await bot.adapter.start();
  });

  test('posts a message that pings nobody, and edits it', async () => {
    const id = await outbox.post(channelId, HELLO);
    await outbox.edit(channelId, id, plainReply('quiz', 'The answer'));
    expect(textsOf()).toEqual(['The answer']);
    expect(bot.server.world.unguardedMentions).toEqual([]);
    expect(messages().flatMap(({ pinged }) => pinged)).toEqual([]);
  });

  test('posts what has the same key once, and what has another again', async () => {
    const first = await outbox.post(channelId, HELLO, 'round question 1');
    expect(await outbox.post(channelId, HELLO, 'round question 1')).toBe(first);
    expect(await outbox.post(channelId, HELLO, 'round question 2')).not.toBe(first);
    expect(messages()).toHaveLength(2);
  });

  test('posts anew what should be edited and is gone', async () => {
    await outbox.edit(channelId, '123456789012345678', plainReply('quiz', 'The answer'));
    expect(textsOf()).toEqual(['The answer']);
  });

  test('sends a picture that is described and files, and takes them away with an edit', async () => {
    const id = await outbox.post(
      channelId,
      plainReply('quiz', 'Look', {
        picture: { png: new Uint8Array([137, 80, 78, 71]), description: 'x'.repeat(2000) },
        attachments: [{ name: 'cards.txt', mediaType: 'text/plain', content: 'Größe' }],
      }),
    );
    const [message] = messages();
    expect(message?.files.map(({ name, content }) => [name, content.length])).toEqual([
      ['otto.png', 4],
      ['cards.txt', 7],
    ]);
    expect(message?.files[0]?.description).toHaveLength(1024);
    expect(message?.body.embeds?.[0]?.image).toEqual({ url: 'attachment://otto.png' });
    await outbox.edit(channelId, id, HELLO);
    expect(message?.files).toEqual([]);
  });

  test('writes to somebody directly, in the same channel each time', async () => {
    await outbox.tell(alice.account.id, HELLO);
    await outbox.tell(alice.account.id, plainReply('quiz', 'Again'));
    expect(alice.received().map(({ body }) => body.embeds?.[0]?.description)).toEqual([
      'A question for @\u200Beveryone',
      'Again',
    ]);
  });

  test('opens a thread that everybody sees, and none in a thread or where it may not', async () => {
    const thread = await outbox.openThread?.(channelId, 'Quiz '.repeat(40));
    expect(bot.server.world.channels.get(thread ?? '')).toMatchObject({ parent: channelId });
    expect(await outbox.openThread?.(thread ?? '', 'Quiz')).toBeUndefined();
    const refusal = new ApiError(403, 50013, 'Missing Permissions');
    bot.server.refuseNext({ method: 'POST', path: /threads$/, error: refusal });
    expect(await outbox.openThread?.(channelId, 'Quiz')).toBeUndefined();
  });

  test.each([
    [403, 50007, 'Cannot send messages to this user'],
    [403, 50001, 'Missing Access'],
    [403, 50013, 'Missing Permissions'],
    [404, 10003, 'Unknown Channel'],
    [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
    [400, 50083, 'Thread is archived'],
  ])('gives up where Discord answers %i with code %i', async (status, code, message) => {
    bot.server.refuseNext({ method: 'POST', path: /messages$/, error: new ApiError(status, code, message) });
    await expect(outbox.post(channelId, HELLO)).rejects.toThrow(Undeliverable);
  });

  test('gives up on people that Discord doesn’t know', async () => {
    await expect(outbox.tell('123456789012345678', HELLO)).rejects.toThrow(Undeliverable);
  });

  test('tells a passing failure from a refusal, without what was to be sent', async () => {
    const refusal = new ApiError(400, 50035, 'Invalid Form Body');
    bot.server.refuseNext({ method: 'POST', path: /messages$/, error: refusal });
    const refused = await outbox.post(channelId, HELLO).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PlatformRefusal);
    bot.server.cutNetwork(true);
    const failed = await outbox.post(channelId, HELLO).catch((error: unknown) => error);
    bot.server.cutNetwork(false);
    expect(failed).toBeInstanceOf(NetworkFailure);
    for (const error of [refused, failed]) {
      const cause = error instanceof Error ? error.cause : undefined;
      expect(JSON.stringify([error, cause, String(cause)])).not.toContain('A question');
    }
  });
});
