import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { AdapterError } from '../../../src/adapters/errors.ts';
import { createWebAdapter } from '../../../src/adapters/web/index.ts';
import { plainReply } from '../../../src/assistant/reply.ts';
import { createLog } from '../../../src/log.ts';
import { scriptedAssistant } from '../scripted-assistant.ts';

function adapterOn(port: number, assistant = scriptedAssistant(), host = '127.0.0.1') {
  return createWebAdapter({ assistant, config: { host, port }, log: createLog('silent') });
}

it('tells its address once it has started, and is gone once it has stopped', async () => {
  const web = adapterOn(0);
  expect(() => web.address()).toThrow(AdapterError);
  await web.start();
  const address = web.address();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  await web.stop();
  await expect(fetch(`${address}/healthz`)).rejects.toThrow('fetch failed');
});

it('names a taken port and the variable that changes it', async () => {
  const first = adapterOn(0);
  await first.start();
  const port = Number(new URL(first.address()).port);
  const second = adapterOn(port);
  await expect(second.start()).rejects.toThrow(AdapterError);
  await expect(adapterOn(port).start()).rejects.toThrow(new RegExp(`Port ${port} .* is taken .* Set PORT to another`));
  await second.stop();
  await first.stop();
});

it('names an address that this machine does not have', async () => {
  await expect(adapterOn(0, undefined, '192.0.2.1').start()).rejects.toThrow(/HOST 192\.0\.2\.1 is no address/);
});

it('finishes an answer that is under way when it is stopped', async () => {
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  const assistant = scriptedAssistant(undefined, {
    respond: async () => {
      asked.resolve();
      await answered.promise;
      return plainReply('answer', 'Late but whole.');
    },
  });
  const web = adapterOn(0, assistant);
  await web.start();
  const response = fetch(`${web.address()}/?q=x`);
  await asked.promise;
  const stopped = web.stop();
  answered.resolve();
  expect(await (await response).text()).toContain('Late but whole.');
  await stopped;
});

it('answers what is not HTTP, and an address of endless length, with what is wrong', async () => {
  const web = adapterOn(0);
  await web.start();
  const socket = connect(Number(new URL(web.address()).port), '127.0.0.1');
  socket.setEncoding('utf8');
  socket.write('HELLO\r\n\r\n');
  const [answer] = await once(socket, 'data');
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  const long = await fetch(`${web.address()}/?q=${'a'.repeat(20_000)}`);
  expect([long.status, await long.text()]).toEqual([431, expect.stringContaining('at most 1000 characters')]);
  socket.destroy();
  await web.stop();
});
