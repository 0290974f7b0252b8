import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { expect, onTestFinished, test } from 'vitest';
import { PlatformRefusal } from '../../../src/adapters/errors.ts';
import type { TelegramAdapter } from '../../../src/adapters/telegram/index.ts';
import { plainReply } from '../../../src/assistant/reply.ts';
import { startedFixture, telegramFixture } from './telegram-fixture.ts';

const HEADER = 'x-telegram-bot-api-secret-token';

/** A web server that hands what comes on the webhook's path to the adapter, as Otto's does. */
async function webServer() {
  const mounted: { adapter?: TelegramAdapter } = {};
  const server = createServer(
    getRequestListener((request) => {
      const webhook = mounted.adapter?.webhook;
      const isHook = webhook && new URL(request.url).pathname === webhook.path;
      return isHook ? webhook.handle(request) : new Response(null, { status: 404 });
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  return { mounted, url: `http://127.0.0.1:${port}/telegram/hook` };
}

async function startedWebhook() {
  const { mounted, url } = await webServer();
  const fixture = await telegramFixture({ webhookUrl: url });
  mounted.adapter = fixture.adapter;
  await fixture.adapter.start();
  return { ...fixture, url };
}

test('updates that Telegram delivers are answered, without polling', async () => {
  const { server } = await startedWebhook();
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  server.people.say(alice, chat, 'modbus');
  expect((await chat.answers.next()).text).toBe('You asked: modbus');
  expect(await server.feed.deliveries.next()).toMatchObject({ status: 200 });
  expect(server.callsOf('getUpdates')).toEqual([]);
  expect(server.feed.webhook?.secret).toMatch(/^[\w-]{32,256}$/);
});

test('instances with the same token agree on the secret, which does not give the token away', async () => {
  const [one, other] = [await startedWebhook(), await startedWebhook()];
  expect(one.server.feed.webhook?.secret).toBe(other.server.feed.webhook?.secret);
  expect(one.server.feed.webhook?.secret).not.toContain(one.server.token.slice(0, 9));
});

test('without the right secret nothing is taken', async () => {
  const { url, assistant, server } = await startedWebhook();
  const body = JSON.stringify({
    update_id: 1,
    message: { message_id: 1, chat: { id: 1, type: 'private' }, text: 'x' },
  });
  const secret = server.feed.webhook?.secret ?? '';
  for (const headers of [{}, { [HEADER]: '' }, { [HEADER]: 'wrong' }, { [HEADER]: `${secret}x` }]) {
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(401);
  }
  expect((await fetch(url)).status).toBe(405);
  for (const broken of ['', '{', '[]', '{"update_id":"1"}']) {
    expect((await fetch(url, { method: 'POST', headers: { [HEADER]: secret }, body: broken })).status).toBe(400);
  }
  expect(assistant.requests).toEqual([]);
});

test('an update that is delivered again, during or after its handling, is answered once', async () => {
  const { server, assistant } = await startedWebhook();
  const gate = Promise.withResolvers<void>();
  assistant.onQuestion = async (text) => {
    await gate.promise;
    return plainReply('answer', text);
  };
  const alice = server.people.person('Alice');
  const chat = server.people.privateChat(alice);
  const { update } = server.people.say(alice, chat, 'modbus');
  if (!update) throw new Error('expected an update');
  const again = server.feed.deliverAgain(update);
  gate.resolve();
  await again;
  await server.feed.deliverAgain(update);
  for (let delivery = 0; delivery < 3; delivery++) expect((await server.feed.deliveries.next()).status).toBe(200);
  await chat.answers.next();
  expect(chat.answers.size).toBe(0);
});

test('after a stop, deliveries are left to another instance', async () => {
  const { server, adapter } = await startedWebhook();
  await adapter.stop();
  const alice = server.people.person('Alice');
  server.people.say(alice, server.people.privateChat(alice), 'modbus');
  expect((await server.feed.deliveries.next()).status).toBe(503);
  expect(server.callsOf('deleteWebhook')).toEqual([]);
});

test('an address that Telegram refuses is told by the name of its variable', async () => {
  const { adapter, server } = await telegramFixture({ webhookUrl: 'http://127.0.0.1:1/hook' });
  server.faults.refuse('setWebhook', 400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook');
  await expect(adapter.start()).rejects.toThrow(PlatformRefusal);
  server.faults.refuse('setWebhook', 400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook');
  await expect(adapter.start()).rejects.toThrow(/TELEGRAM_WEBHOOK_URL/);
});

test('without a webhook there is nothing to mount', async () => {
  const { adapter } = await startedFixture();
  expect(adapter.webhook).toBeUndefined();
});
