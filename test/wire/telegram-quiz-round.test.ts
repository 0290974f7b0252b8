import { expect, test, vi } from 'vitest';
import { startedQuizBot, type QuizBot } from './telegram-quiz/quiz-bot.ts';
import { optionsOf } from './telegram-quiz/read-message.ts';
import type { Account, ChatState, SentMessage } from './telegram-server/index.ts';

vi.setConfig({ testTimeout: 60_000 });

/** How long before the first question, in milliseconds. */
const READY_MS = 5000;

/** Longest time for which the next step is waited for while the clock is put forward, in milliseconds of the machine. */
const PATIENCE_MS = 20_000;

/** A group with three people, of whom the last is an administrator. */
function group({ server }: Pick<QuizBot, 'server'>) {
  const ann = server.people.person('Ann');
  const ben = server.people.person('Ben');
  const cem = server.people.person('Cem');
  const chat = server.people.group('Plant');
  server.people.promote(cem, chat);
  return { ann, ben, cem, chat };
}

/** Starts a round and waits for its first question. */
async function startRound({ server, clock }: QuizBot, starter: Account, chat: ChatState, count: number) {
  server.people.say(starter, chat, `/quiz@otto_test_bot group ${count}`);
  expect((await chat.answers.next()).text).toMatch(/^Get ready/);
  await clock.advance(READY_MS);
  return chat.answers.next();
}

/** Lets time pass until the group gets another message. */
function next({ clock }: QuizBot, chat: ChatState): Promise<SentMessage> {
  return clock.advanceUntil(chat.answers.next(PATIENCE_MS));
}

/** Lets time pass until a question is answered. */
function revealOf({ clock }: QuizBot, question: SentMessage): Promise<SentMessage> {
  return clock.advanceUntil(question.edits.next(PATIENCE_MS));
}

test('together: choices stay secret and may be changed, the answer tells the standings, equals share their place', async () => {
  const bot = await startedQuizBot();
  const { server, clock } = bot;
  const { ann, ben, cem, chat } = group(bot);
  const press = async (person: Account, message: SentMessage, label: string) =>
    (await server.people.press(person, message, label).next()).text;

  const question = await startRound(bot, ann, chat, 2);
  expect(question.poll).toBeUndefined();
  const { right, wrong } = optionsOf(question);
  const choice = question.keyboard.flat()[0]?.callback_data ?? '';
  expect(await press(ann, question, wrong)).toMatch(new RegExp(`^You chose ${wrong}\\.[^]*You may change it`));
  // Past the middle, some seconds more or less make no difference to the points for speed.
  await clock.advance(14_500);
  expect(await press(ben, question, right)).toMatch(new RegExp(`^You chose ${right}\\.`));
  expect(await press(cem, question, wrong)).toMatch(/^You chose/);
  expect(await press(ann, question, right)).toMatch(new RegExp(`^You chose ${right}\\.`));
  expect([question.edits.size, chat.answers.size]).toEqual([0, 0]);

  const reveal = await revealOf(bot, question);
  expect(reveal.text).toMatch(/^Question 1 of 2: the answer/);
  expect(reveal.text).toContain('2 of 3 had it right.');
  expect(reveal.text).toMatch(
    /• 1\. Ann: 11 points, 1 right\n• 1\. Ben: 11 points, 1 right\n• 3\. Cem: 0 points, 0 right/,
  );
  expect((await server.people.pressData(ben, question, choice).next()).text).toMatch(/^Too late/);

  const second = await next(bot, chat);
  expect(second.text).toMatch(/^Question 2 of 2/);
  await press(cem, second, optionsOf(second).right);
  expect((await revealOf(bot, second)).text).toMatch(/1\. Cem: 1\d points/);
  const end = await next(bot, chat);
  expect(end.text).toMatch(/^The round is over\n\nCem wins\.\n\n• 1\. Cem/);

  // The start, two questions and the end: the group's twenty messages a minute have room for that.
  expect([server.callsOf('sendMessage').length, server.callsOf('editMessageText').length]).toEqual([4, 2]);
  expect(server.mistakes).toEqual([]);
});

test('only one round runs in a group, and only who started it or an administrator stops it', async () => {
  const bot = await startedQuizBot();
  const { server } = bot;
  const { ann, ben, cem, chat } = group(bot);
  const question = await startRound(bot, ann, chat, 3);
  server.people.say(ben, chat, '/round@otto_test_bot');
  expect((await chat.answers.next()).text).toMatch(/already runs here/);
  expect((await server.people.press(ben, question, 'Stop the round').next()).text).toMatch(/Only who started/);
  server.people.say(ben, chat, '/stop@otto_test_bot');
  expect((await chat.answers.next()).text).toMatch(/Only who started/);
  server.people.press(cem, question, 'Stop the round');
  expect((await chat.answers.next()).text).toMatch(/^The round is over\n\nCem stopped the round\./);

  await startRound(bot, ben, chat, 3);
  server.people.say(ben, chat, '/stop@otto_test_bot');
  expect((await chat.answers.next()).text).toMatch(/Ben stopped the round/);
  await startRound(bot, ben, chat, 3);
  server.people.say(cem, chat, '/stop@otto_test_bot', { senderChat: true });
  expect((await chat.answers.next()).text).toMatch(/Plant stopped the round/);
  expect(server.mistakes).toEqual([]);
});

test('a round that nobody answers stops by itself', async () => {
  const bot = await startedQuizBot();
  const { ann, chat } = group(bot);
  const question = await startRound(bot, ann, chat, 5);
  expect((await revealOf(bot, question)).text).toContain('Nobody answered.');
  const second = await next(bot, chat);
  await revealOf(bot, second);
  expect((await next(bot, chat)).text).toMatch(/Nobody answered any more/);
});

test('a round goes on where it was when the bot is killed, and what was chosen counts', async () => {
  const bot = await startedQuizBot();
  const { server, otto, start } = bot;
  const { ann, ben, chat } = group(bot);
  const question = await startRound(bot, ann, chat, 2);
  const { right } = optionsOf(question);
  await server.people.press(ann, question, right).next();
  await otto.kill();
  await start();
  await server.people.press(ben, question, right).next();
  expect((await revealOf(bot, question)).text).toContain('2 of 2 had it right.');
  expect((await next(bot, chat)).text).toMatch(/^Question 2 of 2/);
});

test('rounds in a group ask nothing twice while there is something new', async () => {
  const bot = await startedQuizBot();
  const { server } = bot;
  const { ann, chat } = group(bot);
  const asked: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    const question = await startRound(bot, ann, chat, 4);
    asked.push(optionsOf(question).question);
    server.people.press(ann, question, 'Stop the round');
    await chat.answers.next();
  }
  expect(new Set(asked).size).toBe(4);
});

test.each([
  ['the bot is told', { isTold: true }],
  ['the bot finds out', { isTold: false }],
])('a round goes on in the supergroup that its group becomes, when %s', async (_how, told) => {
  const bot = await startedQuizBot();
  const { server } = bot;
  const ann = server.people.person('Ann');
  const chat = server.people.group('Plant', { type: 'group' });
  server.people.promote(ann, chat);
  server.people.say(ann, chat, '/daily@otto_test_bot 09:30 UTC');
  await chat.answers.next();
  const question = await startRound(bot, ann, chat, 2);
  await server.people.press(ann, question, optionsOf(question).right).next();
  const supergroup = server.people.upgrade(chat, told);
  expect((await next(bot, supergroup)).text).toContain('1 of 1 had it right.');
  expect((await next(bot, supergroup)).text).toMatch(/^Question 2 of 2/);
  server.people.say(ann, supergroup, '/daily@otto_test_bot');
  expect((await supergroup.answers.next()).text).toMatch(/comes at 09:30 UTC/);
  server.people.say(ann, supergroup, '/stop@otto_test_bot');
  expect((await supergroup.answers.next()).text).toMatch(/Ann stopped the round[^]*Ann: 1\d points/);
});

test('a round whose bot is thrown out ends, and the others go on', async () => {
  const bot = await startedQuizBot();
  const { server } = bot;
  const { ann, chat } = group(bot);
  const other = group(bot);
  await startRound(bot, ann, chat, 2);
  const question = await startRound(bot, other.ann, other.chat, 2);
  server.people.removeBot(ann, chat);
  await revealOf(bot, question);
  expect((await next(bot, other.chat)).text).toMatch(/^Question 2 of 2/);
  delete chat.closedBecause;
  server.people.say(ann, chat, '/stop@otto_test_bot');
  expect((await chat.answers.next()).text).toMatch(/No round runs here/);
  expect(bot.otto.written()).not.toContain('"level":50');
});
