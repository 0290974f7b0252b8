import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startPostgres, type PostgresServer } from '../fixtures/postgres-server.ts';
import { freePort } from './free-port.ts';
import { quizBot, startedQuizBot, type QuizBot } from './telegram-quiz/quiz-bot.ts';
import { pollOptions } from './telegram-quiz/read-message.ts';
import type { ChatState } from './telegram-server/index.ts';

vi.setConfig({ testTimeout: 60_000 });

const HOUR_MS = 60 * 60 * 1000;

/** A group whose administrator has set a daily question, by default for an hour after the test's beginning. */
async function groupWithDaily({ server }: Pick<QuizBot, 'server'>, time = '13:00') {
  const ann = server.people.person('Ann');
  const group = server.people.group('Plant');
  server.people.promote(ann, group);
  server.people.say(ann, group, `/daily@otto_test_bot ${time} UTC protocols`);
  expect((await group.answers.next()).text).toMatch(/about protocols comes here every day, first/);
  return { ann, group };
}

test('the daily question comes as a native quiz that everybody may answer, with a way to its note', async () => {
  const bot = await startedQuizBot();
  const { server, clock } = bot;
  const { ann, group } = await groupWithDaily(bot);
  const ben = server.people.person('Ben');
  server.people.say(ben, group, '/daily@otto_test_bot off');
  expect((await group.answers.next()).text).toMatch(/Only a moderator/);

  await clock.advance(HOUR_MS);
  const question = await group.answers.next();
  expect(question.poll?.isAnonymous).toBe(false);
  expect(question.keyboard).toEqual([
    [
      {
        text: 'The note about it',
        url: expect.stringMatching(/^https:\/\/t\.me\/otto_test_bot\?start=note_\w/) as unknown,
      },
    ],
  ]);
  const { right, wrong } = pollOptions(question);
  server.people.vote(ann, question, right);
  server.people.vote(ben, question, wrong);
  await expect
    .poll(async () => {
      server.people.say(ben, group, '/leaderboard@otto_test_bot');
      return (await group.answers.next()).text;
    })
    .toMatch(/1\. Ann: 10 points, 1 right/);

  await clock.advance(24 * HOUR_MS);
  const tomorrow = await group.answers.next();
  expect(tomorrow.poll).toBeDefined();
  expect(tomorrow.text).not.toBe(question.text);
  expect(server.mistakes).toEqual([]);
});

describe.each(['SQLite', 'PostgreSQL'])('on %s', (database) => {
  let postgres: PostgresServer | undefined;

  beforeAll(async () => {
    if (database === 'PostgreSQL') postgres = await startPostgres();
  });

  afterAll(() => postgres?.stop());

  test('two processes on one database ask the daily question once, each day', async () => {
    const bot = await quizBot(await postgres?.createDatabase('otto'));
    const { server, clock, start } = bot;
    const port = await freePort();
    const webhook = { TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram` };
    let group: ChatState | undefined;
    for (let day = 1; day <= 2; day += 1) {
      const processes = [await start({ ...webhook, PORT: `${port}` }), await start(webhook)];
      group ??= (await groupWithDaily(bot)).group;
      // Longer than the other process takes until it looks for what is due.
      server.faults.refuse('sendPoll', 500, 'Internal Server Error', 2);
      await clock.advance(HOUR_MS);
      expect((await group.answers.next(20_000)).poll).toBeDefined();
      // A stop waits for what is being sent, so nothing comes after it.
      await Promise.all(processes.map((otto) => otto.stop()));
      expect(server.world.polls.size).toBe(day);
      await clock.advance(23 * HOUR_MS);
    }
  });
});

test('a daily question that was missed while the bot was down comes late on the same day, and not on another', async () => {
  const bot = await quizBot();
  const { clock, start } = bot;
  const first = await start();
  const { group } = await groupWithDaily(bot);
  const other = await groupWithDaily(bot, '06:00');
  await first.stop();
  await clock.advance(5 * HOUR_MS);
  const second = await start();
  expect((await group.answers.next()).poll).toBeDefined();
  await second.stop();
  // Over the whole of the next day, to the time of the one after it at which another group is asked.
  await clock.advance(37 * HOUR_MS);
  await start();
  expect((await other.group.answers.next()).poll).toBeDefined();
  bot.server.people.say(other.ann, group, '/daily@otto_test_bot');
  expect((await group.answers.next()).text).toMatch(/comes at 13:00/);
});

test('a daily question waits while Telegram cannot be reached, and is not lost', async () => {
  const bot = await startedQuizBot();
  const { server, clock } = bot;
  const { group } = await groupWithDaily(bot);
  server.faults.refuse('sendPoll', 500, 'Internal Server Error', 2);
  await clock.advance(HOUR_MS);
  expect((await group.answers.next(15_000)).poll).toBeDefined();
});

test('reminders come privately when something is due, can be put off, and pause for who blocked the bot', async () => {
  const bot = await startedQuizBot();
  const { server, clock } = bot;
  const ann = server.people.person('Ann');
  const chat = server.people.privateChat(ann);
  server.people.say(ann, chat, '/quiz 1');
  const question = await chat.answers.next();
  server.people.vote(ann, question, pollOptions(question).wrong);
  await chat.answers.next();
  server.people.say(ann, chat, '/remind 13:00 UTC');
  expect((await chat.answers.next()).text).toMatch(/at most once a day, first Monday 23 November at 13:00/);

  await clock.advance(HOUR_MS);
  const reminder = await chat.answers.next();
  expect(reminder.text).toMatch(/^Time to review\n\nOne question is due/);
  await expect
    .poll(async () => {
      server.people.say(ann, chat, '/remind');
      return (await chat.answers.next()).text;
    })
    .toMatch(/next reminder comes Tuesday/);
  server.people.press(ann, reminder, 'Later');
  expect((await reminder.edits.next()).text).toMatch(/remind you again Monday 23 November at 16:0\d/);
  await clock.advance(3.2 * HOUR_MS);
  const again = await chat.answers.next();
  server.people.press(ann, again, 'Review now');
  const due = await chat.answers.next();
  expect(due.poll).toMatchObject({ question: question.poll?.question.replace(/^\[.*\] /, '') });
  server.people.vote(ann, due, pollOptions(due).wrong);
  await chat.answers.next();

  server.people.removeBot(ann, chat);
  await clock.advance(24 * HOUR_MS);
  await expect.poll(() => server.mistakes.at(-1)?.refusal, { timeout: 5000 }).toMatch(/bot was blocked/);
  const refused = server.mistakes.length;
  await clock.advance(24 * HOUR_MS);
  delete chat.closedBecause;
  server.people.say(ann, chat, '/remind');
  expect((await chat.answers.next()).text).toMatch(/paused/);
  expect(server.mistakes).toHaveLength(refused);
});

test('a reminder for who never pressed Start, or writes in a group’s name, disturbs nobody', async () => {
  const bot = await startedQuizBot();
  const { server, clock } = bot;
  const boss = server.people.person('Boss');
  const group = server.people.group('Plant');
  server.people.say(boss, group, '/quiz@otto_test_bot 1', { senderChat: true });
  const question = await group.answers.next();
  server.people.vote(boss, question, pollOptions(question).wrong, group);
  await group.answers.next();
  server.people.say(boss, group, '/remind@otto_test_bot 13:00 UTC', { senderChat: true });
  await group.answers.next();
  await clock.advance(HOUR_MS);
  await expect
    .poll(
      async () => {
        server.people.say(boss, group, '/remind@otto_test_bot', { senderChat: true });
        return (await group.answers.next()).text;
      },
      { timeout: 5000 },
    )
    .toMatch(/paused/);
  expect(group.answers.size).toBe(0);
});
