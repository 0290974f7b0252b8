import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createQuizBot, type QuizBot } from './discord-quiz/quiz-bot.ts';
import { isHidden, labelsOf, lettersIn, textOf, titleOf } from './discord-quiz/read-message.ts';
import type { Person, StoredMessage } from './discord-server/index.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

let bot: QuizBot;
let ann: Person;
let channelId: string;

beforeEach(async () => {
  bot = await createQuizBot();
  ann = bot.server.person('ann');
  channelId = bot.server.world.newChannel('daily').id;
});

afterEach(async () => {
  await bot.close();
});

/** Puts the clock to the next time it is that hour in Greenwich, and some seconds more. */
async function advanceTo(hour: number): Promise<void> {
  const now = bot.clock.now();
  const today = Math.floor(now / DAY) * DAY + hour * HOUR;
  await bot.clock.advance((today > now ? today : today + DAY) - now + 5000);
}

const messagesIn = (channel: string) => bot.server.world.messagesIn(channel);

/** Messages that were sent to a channel, whether or not Discord took one for another. */
const postsTo = (channel: string) =>
  bot.server.world.requests.filter(({ method, path }) => method === 'POST' && path === `/channels/${channel}/messages`);

/** Waits until so many messages stand in a channel; gives the last. */
function posted(channel: string, count: number): Promise<StoredMessage> {
  const last = () => messagesIn(channel).length >= count && messagesIn(channel).at(-1);
  return bot.server.world.until(`${count} posts`, last, 8000);
}

/** Has a moderator set the daily question; they are told so by a message in the channel. */
async function setDaily(values: Readonly<Record<string, string>>): Promise<string> {
  const moderator = bot.server.person('mod', { moderates: true });
  return textOf(await moderator.slash('daily', values, { channelId }).answer());
}

/** Waits until the bot has written so often to Ann. */
const reminded = (count: number) =>
  bot.server.world.until(`${count} reminders`, () => ann.received().length >= count && ann.received().at(-1), 8000);

/** Starts Otto and has Ann, who missed a question, ask to be reminded at six in the evening; gives what she is told. */
async function askForReminders(): Promise<StoredMessage> {
  await bot.start();
  const question = await ann.slash('quiz', { count: '1' }).answer();
  await ann.press(question, lettersIn(question).wrong).update();
  return ann.slash('remind', { time: '18:00', zone: 'UTC' }).answer();
}

describe('the daily question', () => {
  test('comes once a day though two processes share the database, and everybody learns alone how they did', async () => {
    await bot.start();
    expect(await setDaily({ time: '10:00', zone: 'Europe/Berlin', topic: 'protocols' })).toContain(
      'about protocols comes here every day, first Monday 23 November at 10:00 (Europe/Berlin)',
    );
    await bot.start();
    await advanceTo(9);
    const question = await posted(channelId, 2);
    expect(titleOf(question)).toBe('Question of the day (protocols)');
    const bob = bot.server.person('bob');
    const { right, wrong } = lettersIn(question);
    const told = await ann.press(question, right).answer();
    expect(titleOf(told)).toBe('Right');
    expect(told.onlyFor).toBe(ann.account.id);
    expect(titleOf(await bob.press(question, wrong).answer())).toBe('Not quite');
    expect(titleOf(await ann.press(question, wrong).answer())).toBe('Right');
    expect(question.edits).toBe(0);
    expect(textOf(await bob.slash('leaderboard', {}, { channelId }).answer())).toContain('1. ann: 10 points, 1 right');
    await advanceTo(9);
    const next = await posted(channelId, 4);
    expect(titleOf(next)).toBe('Question of the day (protocols)');
    expect(postsTo(channelId)).toHaveLength(2);
  });

  test('that fell into a time when Otto was down is asked late on the same day, and left out when the day is over', async () => {
    const otto = await bot.start();
    await setDaily({ time: '10:00', zone: 'Europe/Berlin' });
    await otto.kill();
    await advanceTo(15);
    const again = await bot.start();
    expect(titleOf(await posted(channelId, 2))).toContain('Question of the day');
    await again.kill();
    // Tuesday's is over by then, and Wednesday's is late.
    await bot.clock.advance(2 * DAY);
    await bot.start();
    await posted(channelId, 3);
    expect(postsTo(channelId)).toHaveLength(2);
  });

  test('is a moderator’s to set, is told when asked for, and stops when it is turned off', async () => {
    await bot.start();
    const refused = await ann.slash('daily', { time: '10:00' }, { channelId }).answer();
    expect(isHidden(refused)).toBe(true);
    expect(textOf(refused)).toContain('Only a moderator');
    await setDaily({ time: '10:00', zone: 'Europe/Berlin' });
    const told = await ann.slash('daily', {}, { channelId }).answer();
    expect(textOf(told)).toContain('10:00 Europe/Berlin');
    expect(await setDaily({ time: 'off' })).toBe('No more daily questions here.');
    expect(textOf(await ann.slash('daily', {}, { channelId }).answer())).toContain('no daily question here yet');
  });

  test('offers time zones while they are typed', async () => {
    await bot.start();
    const choices = await ann.type('daily', 'zone', 'berl').choices();
    expect(choices).toEqual([{ name: 'Europe/Berlin', value: 'Europe/Berlin' }]);
    expect(await ann.type('remind', 'zone', '').choices()).toHaveLength(25);
  });

  test('comes no more to a channel that is gone, and goes on elsewhere', async () => {
    await bot.start();
    await setDaily({ time: '10:00', zone: 'Europe/Berlin' });
    const gone = channelId;
    channelId = bot.server.world.newChannel('another').id;
    await setDaily({ time: '10:00', zone: 'Europe/Berlin' });
    const channel = bot.server.world.channels.get(gone);
    if (channel) channel.closed = 'deleted';
    await advanceTo(9);
    await posted(channelId, 2);
    await advanceTo(9);
    await posted(channelId, 3);
    expect(postsTo(gone).map(({ status }) => status)).toEqual([404]);
  });
});

describe('a reminder', () => {
  test('comes by direct message when something is due, can be put off, and leads to the review', async () => {
    const told = await askForReminders();
    expect(isHidden(told)).toBe(true);
    expect(textOf(told)).toContain('first Monday 23 November at 18:00 (UTC)');
    await advanceTo(18);
    const first = await reminded(1);
    expect(titleOf(first)).toBe('Time to review');
    expect(labelsOf(first)).toEqual(['Review now', 'Later']);
    const next = async () => textOf(await ann.slash('remind').answer());
    await expect.poll(next).toContain('The next reminder comes Tuesday 24 November at 18:00 (UTC)');
    await ann.press(first, 'Later').update();
    expect(textOf(first)).toContain('remind you again Monday 23 November at 21:0');
    await advanceTo(21);
    const second = await reminded(2);
    const review = await ann.press(second, 'Review now').answer();
    expect(titleOf(review)).toContain('Review: question 1 of 1');
    await ann.press(review, lettersIn(review).right).update();
    expect(titleOf(review)).toBe('Right');
    expect(titleOf(second)).toBe('Time to review');
  });

  test('pauses for somebody who has blocked the bot, who sets it anew when they are back', async () => {
    await askForReminders();
    ann.block();
    await advanceTo(18);
    const refused = () => bot.server.world.requests.some(({ status }) => status === 403);
    await bot.server.world.until('a refusal', refused, 8000);
    const state = async () => textOf(await ann.slash('remind').answer());
    await expect.poll(state).toContain('Your reminders are paused');
    bot.server.world.blockedBy.clear();
    await ann.slash('remind', { time: '18:00', zone: 'UTC' }).answer();
    await advanceTo(18);
    await reminded(1);
    expect(bot.server.world.requests.filter(({ status }) => status === 403)).toHaveLength(1);
  });
});
