import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createQuizBot, type QuizBot } from './discord-quiz/quiz-bot.ts';
import { itemIn, labelsOf, lettersIn, optionsIn, rowsOf, textOf, titleOf } from './discord-quiz/read-message.ts';
import type { Person, StoredMessage } from './discord-server/index.ts';
import type { RunningOtto } from './otto-process.ts';

// Otto looks once a second for what is due, and a round has many steps.
vi.setConfig({ testTimeout: 60_000 });

let bot: QuizBot;
let otto: RunningOtto;
/** The channel of the test. */
let channelId: string;
let ann: Person;
let bob: Person;
let cem: Person;

beforeAll(async () => {
  bot = await createQuizBot();
  otto = await bot.start();
});

afterAll(async () => {
  await bot.close();
});

beforeEach(() => {
  channelId = bot.server.world.newChannel('round').id;
  ann = bot.server.person('ann');
  bob = bot.server.person('bob');
  cem = bot.server.person('cem');
});

/** Waits for a message in a channel while time passes. */
function comes(channel: string, title: RegExp, after?: StoredMessage): Promise<StoredMessage> {
  const { world } = bot.server;
  const found = () => {
    const all = world.messagesIn(channel);
    return all.slice(after ? all.indexOf(after) + 1 : 0).find((each) => title.test(titleOf(each)));
  };
  return bot.clock.advanceUntil(world.until(`a message like ${title}`, found, 12_000));
}

/** Waits until the right answer to a question is shown in its place, while time passes. */
function reveal(question: StoredMessage): Promise<StoredMessage> {
  const shown = () => titleOf(question).endsWith('the answer') && question;
  return bot.clock.advanceUntil(bot.server.world.until('a reveal', shown, 12_000));
}

/** Starts a round; gives what the starter is told. */
function startRound(person: Person, values: Readonly<Record<string, string>> = {}): Promise<StoredMessage> {
  return person.slash('quiz', { mode: 'group', count: '2', ...values }, { channelId }).answer();
}

/** Chooses an option; gives what the chooser alone is told. */
async function choose(person: Person, question: StoredMessage, letter: string): Promise<StoredMessage> {
  const told = await person.press(question, letter).answer();
  expect(told.onlyFor).toBe(person.account.id);
  return told;
}

test('three people play a round in a thread of its own: choices are secret and may change, ties are told, points count in the channel', async () => {
  await startRound(ann, { mode: 'thread' });
  const threadOf = () => [...bot.server.world.channels.values()].find(({ parent }) => parent === channelId);
  const thread = await bot.clock.advanceUntil(bot.server.world.until('a thread', threadOf, 12_000));
  const first = await comes(thread.id, /^Question 1 of 2/);
  expect(rowsOf(first)).toEqual([[...optionsIn(first).keys()], ['Stop the round']]);
  const before = JSON.stringify(first.body);
  const { right, wrong } = lettersIn(first);
  const [told] = await Promise.all([choose(ann, first, right), choose(bob, first, right), choose(cem, first, right)]);
  expect(textOf(told)).toContain(`You chose ${right}.`);
  expect(textOf(await choose(cem, first, wrong))).toContain(`You chose ${wrong}.`);
  expect(JSON.stringify(first.body)).toBe(before);
  await reveal(first);
  expect(textOf(first)).toContain('2 of 3 had it right.');
  expect(textOf(first)).toMatch(
    /1\. ann: (\d+) points, 1 right\n- 1\. bob: \1 points, 1 right\n- 3\. cem: 0 points, 0 right/,
  );

  const second = await comes(thread.id, /^Question 2 of 2/);
  const letters = lettersIn(second);
  await Promise.all([
    choose(ann, second, letters.right),
    choose(bob, second, letters.right),
    choose(cem, second, letters.right),
  ]);
  await reveal(second);
  const end = await comes(thread.id, /^The round is over/);
  expect(textOf(end)).toContain('ann and bob share the first place.');
  expect(textOf(end)).toMatch(/3\. cem: \d+ points, 1 right/);
  expect(bot.server.world.messagesIn(thread.id)).toEqual([first, second, end]);
  for (const place of [channelId, thread.id]) {
    const board = await bob.slash('leaderboard', {}, { channelId: place }).answer();
    expect(textOf(board)).toMatch(/1\. ann: \d+ points, 2 right/);
  }
  await bob.press(end, 'Another round').answer();
  expect(textOf(await startRound(ann))).toContain('A round already runs here');
  await comes(thread.id, /^Question 1 of 5/, end);
});

test('a choice after the time is up is too late, and doesn’t count', async () => {
  await startRound(ann);
  const question = await comes(channelId, /^Question 1/);
  const press = (question.body.components ?? []).flatMap(({ components }) => components)[0]?.custom_id ?? '';
  await choose(ann, question, lettersIn(question).wrong);
  await reveal(question);
  expect(textOf(await bob.pressRaw(question, press).answer())).toContain('Too late');
  expect(textOf(question)).toContain('0 of 1 had it right.');
});

describe('a running round', () => {
  test('is the only one in its channel, and another channel has its own', async () => {
    await startRound(ann);
    expect(textOf(await startRound(bob))).toContain('A round already runs here');
    const elsewhere = bot.server.world.newChannel('elsewhere').id;
    const other = await bob.slash('quiz', { mode: 'group' }, { channelId: elsewhere }).answer();
    expect(titleOf(other)).toBe('Get ready');
  });

  test('is stopped by a moderator or by who started it, and by nobody else', async () => {
    const started = await startRound(ann);
    const question = await comes(channelId, /^Question 1/);
    const refused = await bob.press(question, 'Stop the round').answer();
    expect(refused.onlyFor).toBe(bob.account.id);
    expect(textOf(refused)).toContain('Only who started the round or a moderator');
    const told = await bob.slash('stop', {}, { channelId }).answer();
    expect(textOf(told)).toContain('Only who started the round or a moderator');
    const moderator = bot.server.person('mod', { moderates: true });
    const end = await moderator.press(question, 'Stop the round').answer();
    expect(titleOf(end)).toBe('The round is over');
    expect(textOf(end)).toContain('mod stopped the round.');
    expect(end.onlyFor).toBeUndefined();
    expect(textOf(await ann.press(started, 'Stop the round').answer())).toBe('That round is over.');

    await ann.press(end, 'Another round').answer();
    expect(titleOf(await ann.slash('stop', {}, { channelId }).answer())).toBe('The round is over');
  });

  test('in a thread is stopped from its channel and from the thread', async () => {
    await startRound(ann, { mode: 'thread' });
    const threadOf = () => [...bot.server.world.channels.values()].find(({ parent }) => parent === channelId);
    const thread = await bot.clock.advanceUntil(bot.server.world.until('a thread', threadOf, 12_000));
    await comes(thread.id, /^Question 1/);
    expect(textOf(await startRound(bob))).toContain('A round already runs here');
    const refused = await bob.slash('stop', {}, { channelId: thread.id }).answer();
    expect(textOf(refused)).toContain('Only who started');
    expect(titleOf(await ann.slash('stop', {}, { channelId }).answer())).toBe('The round is over');
  });

  test('asked for in a thread runs there, as a thread can’t have one of its own', async () => {
    const thread = bot.server.world.newChannel('thread', channelId).id;
    await ann.slash('quiz', { mode: 'thread' }, { channelId: thread }).answer();
    expect(labelsOf(await comes(thread, /^Question 1/))).toContain('Stop the round');
  });

  test('that nobody answers stops by itself', async () => {
    await startRound(ann, { count: '5' });
    const end = await comes(channelId, /^The round is over/);
    expect(textOf(end)).toContain('Nobody answered any more');
    expect(labelsOf(end)).toEqual(['Another round']);
    expect(bot.server.world.messagesIn(channelId).filter((each) => titleOf(each).startsWith('Question'))).toHaveLength(
      2,
    );
  });

  test('ends where the bot may write no more, and the bot goes on', async () => {
    await startRound(ann);
    await comes(channelId, /^Question 1/);
    const channel = bot.server.world.channels.get(channelId);
    if (channel) channel.closed = 'forbidden';
    const refused = () =>
      bot.server.world.requests.some(({ path, status }) => path.includes(channelId) && status === 403);
    await bot.clock.advanceUntil(bot.server.world.until('a refusal', refused, 12_000));
    const over = async () => /No round runs here/.test(textOf(await bob.slash('stop', {}, { channelId }).answer()));
    await expect.poll(over).toBe(true);
  });

  test('asks nothing that the channel was asked before, until everything was', async () => {
    const asked: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const started = await startRound(ann);
      const question = await comes(channelId, /^Question 1/, started);
      asked.push(itemIn(question).id);
      await reveal(question);
      // A moment in which the round moves on is told, and one tries again.
      const stop = async () => titleOf(await ann.slash('stop', {}, { channelId }).answer());
      await expect.poll(stop).toBe('The round is over');
    }
    expect(new Set(asked).size).toBe(4);
  });
});

test('alone in direct messages there is no round', async () => {
  const told = await ann.slash('quiz', { mode: 'group' }, { direct: true }).answer();
  expect(textOf(told)).toContain('A round needs a group or channel');
});

test('a round goes on after the bot was killed and started again: choices stay, nothing is asked twice', async () => {
  await startRound(ann);
  const first = await comes(channelId, /^Question 1/);
  await choose(ann, first, lettersIn(first).right);
  await choose(bob, first, lettersIn(first).wrong);
  await otto.kill();
  otto = await bot.start();
  await reveal(first);
  expect(textOf(first)).toContain('1 of 2 had it right.');
  const second = await comes(channelId, /^Question 2/);
  await choose(bob, second, lettersIn(second).right);
  await otto.kill();
  await bot.clock.advance(60_000);
  otto = await bot.start();
  const end = await comes(channelId, /^The round is over/);
  expect(textOf(second)).toContain('1 of 1 had it right.');
  expect(textOf(end)).toMatch(/ann: \d+ points, 1 right/);
  expect(textOf(end)).toMatch(/bob: \d+ points, 1 right/);
  expect(bot.server.world.messagesIn(channelId)).toHaveLength(4);
});
