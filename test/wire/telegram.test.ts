import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { freePort } from './free-port.ts';
import { startOtto, type RunningOtto } from './otto-process.ts';
import { startTelegramServer, type Account, type ChatState, type TelegramServer } from './telegram-server/index.ts';

/** Somebody who has started a private chat with the bot. */
interface Visitor {
  readonly person: Account;
  readonly chat: ChatState;
}

function visitor(server: TelegramServer): Visitor {
  const person = server.people.person('Alice');
  return { person, chat: server.people.privateChat(person) };
}

function startWithTelegram(
  server: TelegramServer,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningOtto> {
  return startOtto({ TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.apiRoot, ...environment });
}

describe('Otto, running with a Telegram token', () => {
  let server: TelegramServer;
  let otto: RunningOtto;

  beforeAll(async () => {
    server = await startTelegramServer();
    otto = await startWithTelegram(server);
  });

  afterAll(async () => {
    await otto.stop();
    await server.goDown();
  });

  test('answers a question with its note, sources and buttons; a button opens the next note in place', async () => {
    const { person, chat } = visitor(server);
    server.people.say(person, chat, 'what is modbus');
    const answer = await chat.answers.next();
    expect(answer.text).toMatch(/^Modbus/);
    expect(answer.entities.some(({ type }) => type === 'text_link')).toBe(true);
    server.people.press(person, answer, answer.keyboard.flat().at(-1)?.text ?? '');
    await answer.edits.next();
    expect(server.mistakes).toEqual([]);
  });

  test.each(['modbus', 'dnp3', 'stuxnet', 'plc', 'rtu', 'patching-it-vs-ot', 'opc-ua', 'purdue-model'])(
    'opens the whole of the note %s within what Telegram takes',
    async (id) => {
      const { person, chat } = visitor(server);
      server.people.say(person, chat, `/start note_${id}`);
      const short = await chat.answers.next();
      await server.people.pressData(person, short, `1:m:${id}`).next();
      await short.edits.next();
      server.people.say(person, chat, '/help');
      let last = await chat.answers.next();
      while (!last.text.includes('/ask')) last = await chat.answers.next();
      expect(server.mistakes).toEqual([]);
    },
  );

  test('offers notes inline while a name is typed', async () => {
    const { person } = visitor(server);
    const { results } = await server.people.typeInline(person, 'modb').next();
    expect(results[0]).toMatchObject({ id: 'modbus', title: 'Modbus' });
    expect(results[0]?.description).not.toBe('');
    expect((await server.people.typeInline(person, '').next()).results.length).toBeLessThanOrEqual(50);
    expect(server.mistakes).toEqual([]);
  });

  test('shows its commands in the menu', async () => {
    await expect
      .poll(() => server.world.menu.map(({ command }) => command))
      .toEqual(expect.arrayContaining(['ask', 'help']));
  });

  test('answers a command in a group', async () => {
    const { person } = visitor(server);
    const group = server.people.group('Plant');
    const { messageId } = server.people.say(person, group, '/ask@otto_test_bot what is modbus');
    expect(await group.answers.next()).toMatchObject({ text: expect.stringMatching(/Modbus/), replyTo: messageId });
  });

  test.each([
    ['only emoji', '🏭'],
    ['control characters', '\u0000\u001b[2J'],
    ['HTML', '<b>x</i> <script>'],
    ['100,000 characters', 'modbus '.repeat(14_300)],
    ['a pile of combining marks', `a${'\u0301'.repeat(50_000)}`],
  ])('answers %s and goes on', async (_what, text) => {
    const { person, chat } = visitor(server);
    server.people.say(person, chat, text);
    await chat.answers.next();
    server.people.say(person, chat, 'what is modbus');
    expect((await chat.answers.next()).text).toMatch(/Modbus/);
    expect(server.mistakes).toEqual([]);
  });
});

async function serverForTest(): Promise<TelegramServer> {
  const server = await startTelegramServer();
  onTestFinished(() => server.goDown());
  return server;
}

async function ottoForTest(...args: Parameters<typeof startWithTelegram>): Promise<RunningOtto> {
  const otto = await startWithTelegram(...args);
  onTestFinished(async () => {
    await otto.stop();
  });
  return otto;
}

describe('starting and stopping', () => {
  test('with a webhook, updates come through the web server, and only with the secret', async () => {
    const telegram = await serverForTest();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/telegram/hook`;
    await ottoForTest(telegram, { PORT: `${port}`, TELEGRAM_WEBHOOK_URL: url });
    const { person, chat } = visitor(telegram);
    telegram.people.say(person, chat, 'what is modbus');
    expect((await chat.answers.next()).text).toMatch(/Modbus/);
    expect(await telegram.feed.deliveries.next()).toMatchObject({ status: 200 });
    expect((await fetch(url, { method: 'POST', body: '{"update_id":1}' })).status).toBe(401);
  });

  test('with a wrong token, the web page goes on', async () => {
    const { address } = await ottoForTest(await serverForTest(), {
      TELEGRAM_BOT_TOKEN: '987654321:AAE-a-token-that-nobody-knows',
    });
    expect((await fetch(address)).status).toBe(200);
  });

  test('a stop leaves in time, and the questions after it wait for the next start', async () => {
    const telegram = await serverForTest();
    const first = await startWithTelegram(telegram);
    const { person, chat } = visitor(telegram);
    telegram.people.say(person, chat, 'what is modbus');
    await chat.answers.next();
    expect(await first.stop()).toBe(0);
    telegram.people.say(person, chat, 'what is dnp3');
    await ottoForTest(telegram);
    expect((await chat.answers.next()).text).toMatch(/DNP3/);
    expect(chat.answers.size).toBe(0);
  });
});
