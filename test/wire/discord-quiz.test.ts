import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createQuizBot, type QuizBot } from './discord-quiz/quiz-bot.ts';
import {
  isHidden,
  itemIn,
  labelsOf,
  lettersIn,
  optionsIn,
  rowsOf,
  textOf,
  titleOf,
} from './discord-quiz/read-message.ts';
import type { Person, StoredMessage } from './discord-server/index.ts';

let bot: QuizBot;

beforeAll(async () => {
  bot = await createQuizBot();
  await bot.start();
});

afterAll(async () => {
  await bot.close();
});

/** Answers a question rightly or wrongly, and gives the verdict. */
function answer(person: Person, question: StoredMessage, isRight: boolean): Promise<StoredMessage> {
  const { right, wrong } = lettersIn(question);
  return person.press(question, isRight ? right : wrong).update();
}

/** Somebody who has answered one question wrongly. */
async function learner(name: string): Promise<Person> {
  const person = bot.server.person(name);
  await answer(person, await person.slash('quiz', { count: '1' }).answer(), false);
  return person;
}

describe('a quiz alone', () => {
  test('is asked, judged and explained in one message to its result, and what was missed is asked again', async () => {
    const alice = bot.server.person('alice');
    const message = await alice.slash('quiz', { count: '3' }).answer();
    expect(rowsOf(message)[0]).toEqual([...optionsIn(message).keys()]);
    const missed = itemIn(message);
    await answer(alice, message, false);
    expect(titleOf(message)).toBe('Not quite');
    expect(textOf(message)).toContain(`The right answer is`);
    expect(textOf(message)).toContain(missed.why);
    for (const way of ['Next question', 'Next question']) {
      await alice.press(message, way).update();
      await answer(alice, message, true);
      expect(titleOf(message)).toBe('Right');
    }
    await alice.press(message, 'Result').update();
    expect(titleOf(message)).toBe('Finished');
    expect(textOf(message)).toContain('2 of 3 right (67 %)');
    await alice.press(message, 'Retry 1 missed').update();
    expect(itemIn(message).id).toBe(missed.id);
    await answer(alice, message, true);
    await alice.press(message, 'Result').update();
    expect(textOf(message)).toContain('1 of 1 right (100 %)');
    expect(bot.server.world.unguardedMentions).toEqual([]);
  });

  test('shows the note that explains a question beside it, to the learner alone', async () => {
    const alice = bot.server.person('alice');
    const message = await alice.slash('quiz', { topic: 'protocols', count: '1' }).answer();
    await answer(alice, message, true);
    const label = labelsOf(message).find((each) => each.startsWith('Note: ')) ?? '';
    const note = await alice.press(message, label).answer();
    expect(titleOf(note)).toBe(label.slice('Note: '.length));
    expect(note.onlyFor).toBe(alice.account.id);
    expect(titleOf(message)).toBe('Right');
  });

  test('is nobody else’s to answer or to go on with', async () => {
    const [alice, bob] = [bot.server.person('alice'), bot.server.person('bob')];
    const message = await alice.slash('quiz', { count: '2' }).answer();
    const told = await bob.press(message, 'A').answer();
    expect(told.onlyFor).toBe(bob.account.id);
    expect(textOf(told)).toContain('somebody else’s');
    expect(message.edits).toBe(0);
    await answer(alice, message, true);
    expect(textOf(await bob.press(message, 'Next question').answer())).toContain('somebody else’s');
    expect(titleOf(message)).toBe('Right');
  });

  test('counts a press that comes twice once, as the first', async () => {
    const alice = bot.server.person('alice');
    const message = await alice.slash('quiz', { count: '1' }).answer();
    const { right, wrong } = lettersIn(message);
    const buttons = (message.body.components ?? []).flatMap(({ components }) => components);
    const [first, second] = [right, wrong].map(
      (letter) => buttons.find((each) => 'label' in each && each.label === letter)?.custom_id ?? '',
    );
    await alice.pressRaw(message, first ?? '').update();
    await alice.pressRaw(message, second ?? '').update();
    expect(titleOf(message)).toBe('Right');
    await alice.press(message, 'Result').update();
    expect(textOf(message)).toContain('1 of 1 right');
  });

  test('that was asked for privately stays private to the end and beyond', async () => {
    const alice = bot.server.person('alice');
    const message = await alice.slash('quiz', { count: '1', private: true }).answer();
    await answer(alice, message, true);
    await alice.press(message, 'Result').update();
    const another = await alice.press(message, 'Another quiz').answer();
    expect(another.onlyFor).toBe(alice.account.id);
    expect(titleOf(message)).toBe('Finished');
  });

  test('works in direct messages', async () => {
    const alice = bot.server.person('alice');
    const message = await alice.slash('quiz', { count: '1' }, { direct: true }).answer();
    await answer(alice, message, false);
    expect(titleOf(message)).toBe('Not quite');
  });

  test('of a topic that there is not is told so', async () => {
    const alice = bot.server.person('alice');
    expect(textOf(await alice.slash('quiz', { count: 'pumps' }).answer())).toContain('I have no topic “pumps”');
  });
});

test('the commands are registered once, however often Otto starts', async () => {
  const another = await bot.start();
  expect(await another.stop()).toBe(0);
  expect(bot.server.world.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

describe('an exam', () => {
  test('tells right and wrong only at the end, by topic', async () => {
    const alice = bot.server.person('alice');
    const message = await alice.slash('exam').answer();
    expect(textOf(message)).toContain('minutes left');
    const [, total = '0'] = /question 1 of (\d+)/.exec(titleOf(message)) ?? [];
    for (let position = 1; position <= Number(total); position += 1) {
      expect(titleOf(message)).toContain(`question ${position} of`);
      await answer(alice, message, position > 1);
    }
    expect(titleOf(message)).toBe(Number(total) > 3 ? 'Exam passed' : 'Exam not passed');
    expect(textOf(message)).toContain(`${Number(total) - 1} of ${total} right`);
    expect(textOf(message)).toMatch(/protocols\s+\d of \d/);
  });

  test('is over when its time is up', async () => {
    const alice = bot.server.person('alice');
    const message = await alice.slash('exam').answer();
    await bot.clock.advance(26 * 60_000);
    await alice.press(message, 'A').update();
    expect(titleOf(message)).toBe('Exam not passed');
    expect(textOf(message)).toContain('0 of');
  });
});

describe('what Otto remembers of a learner', () => {
  test('is shown as text and as a picture that is described, to the learner alone', async () => {
    const alice = await learner('alice');
    const message = await alice.slash('progress').answer();
    const [file] = message.files;
    expect(isHidden(message)).toBe(true);
    expect(textOf(message)).toContain('1 answer, 0 % right');
    expect(message.body.embeds?.[0]?.image?.url).toBe(`attachment://${file?.name}`);
    expect(file?.content.subarray(1, 4).toString()).toBe('PNG');
    expect(file?.description).toMatch(/\w/);
  });

  test('is put on a button’s answer beside the picture, which stays', async () => {
    const alice = await learner('alice');
    const message = await alice.slash('progress', {}, { direct: true }).answer();
    const asked = await alice.press(message, 'Quiz').answer();
    expect(titleOf(asked)).toContain('Quiz: question 1');
    expect(message.files).toHaveLength(1);
    expect(message.edits).toBe(0);
  });

  test('comes as files for Anki and as JSON, to the learner alone', async () => {
    const alice = await learner('alice');
    const message = await alice.slash('export').answer();
    expect(message.onlyFor).toBe(alice.account.id);
    const [cards, data] = message.files;
    expect(cards?.name).toBe('otto-cards.txt');
    expect(cards?.content.toString()).toMatch(/^#separator:tab\n/);
    expect(data?.name).toBe('otto-data.json');
    expect(JSON.stringify(JSON.parse(data?.content.toString() ?? ''))).toContain('alice');
  });

  test('is deleted for good after a confirmation', async () => {
    const alice = await learner('alice');
    const asked = await alice.slash('forget').answer();
    expect(isHidden(asked)).toBe(true);
    await alice.choose(asked, 'Yes, delete it all').update();
    expect(textOf(asked)).toContain('I know nothing about you any more');
    expect(textOf(await alice.slash('export').answer())).toBe('I remember nothing about you.');
  });

  test('holds the name that a learner has in the server', async () => {
    const alice = bot.server.person('alice', { nickname: 'Alice of the *pumps*' });
    const { id } = bot.server.world.newChannel('names');
    const message = await alice.slash('quiz', { count: '1' }, { channelId: id }).answer();
    await answer(alice, message, true);
    const board = await alice.slash('leaderboard', {}, { channelId: id }).answer();
    expect(textOf(board)).toContain('1. Alice of the *pumps*: 10 points, 1 right');
  });
});
