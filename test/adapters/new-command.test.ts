import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { createDiscordAdapter } from '../../src/adapters/discord/index.ts';
import { createTelegramAdapter } from '../../src/adapters/telegram/index.ts';
import { runAsk } from '../../src/adapters/terminal/index.ts';
import { createWebApp } from '../../src/adapters/web/web-app.ts';
import type { Assistant } from '../../src/assistant/assistant.ts';
import { COMMANDS } from '../../src/assistant/commands/index.ts';
import { fixtureKnowledge, testAssistant } from '../fixtures/assistant.ts';
import { acronym } from '../fixtures/commands/acronym.ts';
import { startDiscordServer, type DiscordServer } from '../wire/discord-server/index.ts';
import { startTelegramServer, type TelegramServer } from '../wire/telegram-server/index.ts';

const ANSWER = 'PLC stands for programmable logic controller';

const log = pino({ level: 'silent' });
let assistant: Assistant;

beforeAll(async () => {
  ({ assistant } = testAssistant(await fixtureKnowledge(), [...COMMANDS, acronym]));
});

async function onTelegram(): Promise<TelegramServer> {
  const server = await startTelegramServer();
  const adapter = createTelegramAdapter({ assistant, log, config: { token: server.token, apiRoot: server.apiRoot } });
  onTestFinished(async () => {
    await adapter.stop();
    await server.goDown();
  });
  await adapter.start();
  return server;
}

async function onDiscord(): Promise<DiscordServer> {
  const token = 'MTIzNDU2.abcdef.not-a-real-token';
  const server = await startDiscordServer({ token });
  const adapter = createDiscordAdapter({ assistant, log, config: { token, apiUrl: server.apiUrl } });
  onTestFinished(async () => {
    await adapter.stop();
    await server.close();
  });
  await adapter.start();
  return server;
}

function onTheWeb(path: string): Promise<string> {
  const app = createWebApp({ assistant, log, routes: [], now: () => 0, newSessionId: () => 'visitor' });
  return Promise.resolve(app.request(path)).then((response) => response.text());
}

async function inTheTerminal(question: string): Promise<string> {
  const output = new PassThrough();
  await runAsk({
    assistant,
    question,
    json: false,
    input: new PassThrough(),
    output,
    environment: {},
    folder: '.',
    now: () => 0,
  });
  output.end();
  return (await output.setEncoding('utf8').toArray()).join('');
}

test('a command made of one file stands in Telegram’s menu and answers there', async () => {
  const { people, world, mistakes } = await onTelegram();
  await expect.poll(() => world.menu).toContainEqual({ command: 'acronym', description: acronym.description });
  const person = people.person('Alice');
  const chat = people.privateChat(person);
  people.say(person, chat, '/acronym plc');
  expect((await chat.answers.next()).text).toContain(ANSWER);
  expect(mistakes).toEqual([]);
});

test('it is a slash command on Discord that offers values while they are typed, and answers', async () => {
  const server = await onDiscord();
  const alice = server.person('alice');
  expect(server.world.commands.find(({ name }) => name === 'acronym')).toMatchObject({
    description: acronym.description,
    options: expect.arrayContaining([expect.objectContaining({ name: 'letters', required: true, autocomplete: true })]),
  });
  expect(await alice.type('acronym', 'letters', 'p').choices()).toMatchObject([{ value: 'PLC' }]);
  const { body } = await alice.slash('acronym', { letters: 'PLC' }).answer();
  expect(body.embeds?.[0]?.description).toContain(ANSWER);
});

test('it is a form on the web page that offers values and answers', async () => {
  const page = await onTheWeb('/');
  expect(page).toContain('<b>/acronym</b>');
  expect(page).toContain('name="arg.letters"');
  expect(await onTheWeb('/?command=acronym&arg.letters=PLC')).toContain(ANSWER);
  expect(JSON.parse(await onTheWeb('/api/suggest?command=acronym&argument=letters&q=r'))).toEqual({
    suggestions: [{ label: 'RTU', value: 'RTU' }],
  });
});

test('it answers in the terminal', async () => {
  expect(await inTheTerminal('/acronym PLC')).toContain(ANSWER);
  expect(await inTheTerminal('/acronym')).toContain('I don’t know the acronym');
});

test('/help shows it', async () => {
  expect(await inTheTerminal('/help')).toMatch(/\/acronym <letters>\s+What an acronym stands for/);
});

test('the page that tells how to add a command shows this very file', async () => {
  const folder = resolve(import.meta.dirname, '../..');
  const [, shown] =
    /```ts\n(import[\s\S]*?)```/.exec(await readFile(`${folder}/docs/adding-a-command.md`, 'utf8')) ?? [];
  const file = await readFile(`${folder}/test/fixtures/commands/acronym.ts`, 'utf8');
  expect(shown).toBe(file.replaceAll('../../../src/assistant/', '../'));
});
