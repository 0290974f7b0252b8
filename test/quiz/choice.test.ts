import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWish, topicName } from '../../src/assistant/quiz/topics.ts';
import { answerSession } from '../../src/quiz/answer-session.ts';
import { LEVELS } from '../../src/quiz/item.ts';
import { pointsFor } from '../../src/quiz/points.ts';
import { randomFrom } from '../../src/quiz/random.ts';
import { ratingOf } from '../../src/quiz/rating.ts';
import { suitableItems } from '../../src/quiz/selection.ts';
import { shownOptions } from '../../src/quiz/shown-options.ts';
import { standings } from '../../src/quiz/standings.ts';
import { EXAM_QUESTIONS, freshItems, startExam, startQuiz, startWith } from '../../src/quiz/start-session.ts';
import { rememberAsked } from '../../src/store/asked-items.ts';
import { openDatabase } from '../../src/store/database.ts';
import { poolOf, testClock, testItem, testParts, testPool } from '../fixtures/quiz.ts';

const ann = { id: 'test:ann', name: 'Ann' };
const start = { learner: ann, place: 'test:room' };

async function parts(pool = testPool(60)) {
  return testParts(await openDatabase({ type: 'sqlite', file: ':memory:' }, () => undefined), testClock(), pool);
}

test('no note comes twice while others are left', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 8 }), fc.string(), (count, notes, seed) => {
      const items = Array.from({ length: 40 }, (_, number) => testItem(number, { note: `note${number % notes}` }));
      const random = randomFrom(seed);
      const chosen = suitableItems(items, count, {
        ability: 0,
        difficultyOf: () => 0,
        lastSeen: () => undefined,
        random,
      });
      expect(new Set(chosen).size).toBe(count);
      expect(new Set(chosen.map(({ note }) => note)).size).toBe(Math.min(count, notes));
    }),
    { seed: 1 },
  );
});

test('a channel is asked nothing twice until all was asked, even where few notes have most questions', async () => {
  const items = Array.from({ length: 20 }, (_, number) =>
    testItem(number, { note: number < 17 ? 'big' : `n${number}` }),
  );
  const quiz = await parts(poolOf(items));
  const asked: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const { id } of await freshItems(quiz, 'test:room', { count: 4 })) {
      asked.push(id);
      await rememberAsked(quiz.db, 'test:room', id, asked.length);
    }
  }
  expect(new Set(asked).size).toBe(20);
  const again = await freshItems(quiz, 'test:room', { count: 4 });
  expect(again.map(({ id }) => id)).toEqual(asked.slice(0, 4));
});

test('an exam takes 25 questions, from all topics alike', async () => {
  const quiz = await parts();
  const session = await startExam(quiz, start);
  expect(new Set(session?.items).size).toBe(EXAM_QUESTIONS);
  const counts = new Map<string, number>();
  for (const id of session?.items ?? []) {
    const topic = quiz.pool.get(id)?.topic ?? '';
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  expect([...counts.values()].toSorted()).toEqual([6, 6, 6, 7]);
});

test('an item that everybody misses becomes a hard one, whatever its author thought', async () => {
  const quiz = await parts();
  const item = testItem(0, { level: 'easy' });
  for (let number = 0; number < 12; number += 1) {
    const learner = { id: `test:${number}`, name: 'X' };
    const session = await startWith(quiz, { learner, place: 'test:room' }, [item]);
    const wrong = shownOptions(item, `${session?.id}:0`).texts.indexOf('wrong');
    await answerSession(quiz, { session: session?.id ?? '', position: 0, option: wrong }, learner);
  }
  const hard = await startQuiz(quiz, start, { topic: item.topic, level: 'hard', count: 20 });
  const easy = await startQuiz(quiz, start, { topic: item.topic, level: 'easy', count: 20 });
  expect(hard?.items).toContain(item.id);
  expect(easy?.items).not.toContain(item.id);
});

test('options stand in the same order whenever a question is shown again, yes before no', () => {
  expect(shownOptions(testItem(1), 'a:0')).toEqual(shownOptions(testItem(1), 'a:0'));
  for (const [answer, text] of [
    ['No', 'Yes'],
    ['Yes', 'No'],
  ] as const) {
    expect(shownOptions(testItem(1, { answer, wrong: [{ text }] }), 'x').texts).toEqual(['Yes', 'No']);
  }
});

test('right counts most, quick a little; equal points share a rank and the next is left out', () => {
  expect([pointsFor(false, 0, 100), pointsFor(true, 100, 100), pointsFor(true, 0, 100)]).toEqual([0, 10, 15]);
  const scores = [12, 28, 28, 5].map((points, at) => ({ learner: `${at}`, name: `N${at}`, points, right: 1 }));
  expect(standings(scores).map(({ name, rank }) => `${rank} ${name}`)).toEqual(['1 N1', '1 N2', '3 N0', '4 N3']);
});

const rate = (isRight: boolean, seconds: number) => ratingOf(isRight, seconds * 1000, testItem(1));

test('a quick right answer rates higher than a slow one, a wrong one lowest, and who was away isn’t slow', () => {
  expect([rate(false, 1), rate(true, 30), rate(true, 5), rate(true, 1), rate(true, 900)]).toEqual([1, 2, 3, 4, 3]);
});

test('a wish is read in any order', () => {
  const words = fc.record({
    topic: fc.constantFrom('protocol', 'incident', 'port', 'acronym' as const),
    level: fc.constantFrom(...LEVELS),
    count: fc.integer({ min: 1, max: 20 }),
  });
  fc.assert(
    fc.property(words, fc.string(), ({ topic, level, count }, seed) => {
      const said = [topicName(topic), level, `${count}`, 'group'];
      const random = randomFrom(seed);
      const mixed = said.toSorted(() => random() - 0.5).join(' ');
      expect(readWish(mixed)).toEqual({ topic, level, count, isGroup: true, isThread: false, unknown: [] });
    }),
    { seed: 1 },
  );
  expect(readWish('cheese 3').unknown).toEqual(['cheese']);
});
