import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Outbox } from '../../src/assistant/outbox.ts';
import { plainBlocks, type Reply } from '../../src/assistant/reply.ts';
import { runDue } from '../../src/assistant/quiz/run-due.ts';
import { answerSession } from '../../src/quiz/answer-session.ts';
import { setDaily, takeDailies } from '../../src/quiz/daily.ts';
import { ownData } from '../../src/quiz/own-data.ts';
import type { QuizParts } from '../../src/quiz/quiz-parts.ts';
import { setReminder, takeReminders } from '../../src/quiz/reminder.ts';
import { choose, GET_READY_MS, startRound, takeStep, ROUND_SECONDS } from '../../src/quiz/round.ts';
import { questionAt, readSession } from '../../src/quiz/session.ts';
import { startWith } from '../../src/quiz/start-session.ts';
import type { Database } from '../../src/store/database.ts';
import { forgetLearner } from '../../src/store/learners.ts';
import { addPoll } from '../../src/store/polls.ts';
import { dueRounds, findRound } from '../../src/store/rounds.ts';
import { fixtureKnowledge } from '../fixtures/assistant.ts';
import { onBothDatabases } from '../fixtures/databases.ts';
import { testClock, testParts } from '../fixtures/quiz.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const knowledge = await fixtureKnowledge();
const ann = { id: 'test:ann', name: 'Ann Unmistakable' };
const bob = { id: 'test:bob', name: 'Bob' };
const room = 'test:room';
const noQuiet = { from: 0, to: 0 };

/** A platform that remembers what was posted. */
function fakeOutbox() {
  const posted: string[] = [];
  const note = (reply: Reply) => posted.push(reply.title ?? plainBlocks(reply.body));
  const outbox: Outbox = {
    post: (_place, reply) => Promise.resolve(`message${note(reply)}`),
    edit: (_place, _message, reply) => Promise.resolve(void note(reply)),
    tell: (_person, reply) => Promise.resolve(void note(reply)),
    openThread: () => Promise.resolve(undefined),
  };
  return { outbox, posted };
}

/** Everything that is stored, by table. */
async function dump(db: Database): Promise<Readonly<Record<string, string>>> {
  const tables = await db.introspection.getTables();
  const rows = tables.map(async ({ name }) => {
    // Every table there is, also those of migrations to come.
    const all = await db
      .selectFrom(name as 'learner')
      .selectAll()
      .execute();
    return [name, JSON.stringify(all)] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

async function ask(parts: QuizParts, count = 3) {
  const session = await startWith(parts, { learner: ann, place: room }, parts.pool.fitting({}).slice(0, count));
  if (!session) throw new Error('a session of some items always starts');
  return session.id;
}

/** Makes a question come again soon. */
async function answerWrongly(parts: QuizParts, id: string): Promise<void> {
  const session = await readSession(parts, id);
  const question = session && questionAt(parts, session, 0);
  const option = question?.options.texts.indexOf('wrong') ?? 0;
  await answerSession(parts, { session: id, position: 0, option }, ann);
  // As if it had been the day before.
  await parts.db.updateTable('card').set({ due: parts.now() }).execute();
}

onBothDatabases(({ fresh, open }) => {
  /** Several instances of Otto on one database, with one clock. */
  const instances = async (count: number) => {
    const config = await fresh();
    const clock = testClock();
    const opened: QuizParts[] = [];
    for (let number = 0; number < count; number += 1) opened.push(testParts(await open(config), clock));
    const [first] = opened;
    if (!first) throw new Error('at least one instance');
    const faults: unknown[] = [];
    const { outbox, posted } = fakeOutbox();
    const due = (quiz: QuizParts) => runDue({ quiz, knowledge, outbox, onFault: (error) => faults.push(error) });
    /** Every instance looks after what is due, several times, all at once. */
    const runAll = () => Promise.all([1, 2, 3].flatMap(() => opened.map(due)));
    return { clock, opened, first, faults, posted, runAll };
  };

  test('processes that start at the same time on an empty database all come up', async () => {
    const config = JSON.stringify(await fresh());
    const script = resolve(import.meta.dirname, '../fixtures/open-database.ts');
    const start = () => promisify(execFile)(process.execPath, [script, config]);
    const starts = await Promise.all([start(), start(), start()]);
    expect(starts.map(({ stderr }) => stderr)).toEqual(['', '', '']);
  });

  test('a tap that arrives many times at once, at two instances, counts once and is told alike', async () => {
    const { opened, first } = await instances(2);
    const session = await ask(first);
    const taps = [0, 1, 2, 3].flatMap((option) => opened.map((parts) => ({ parts, option })));
    const outcomes = await Promise.all(
      taps.map(({ parts, option }) => answerSession(parts, { session, position: 0, option }, ann)),
    );
    const chosen = new Set(outcomes.map((outcome) => (outcome.type === 'verdict' ? outcome.verdict.chosen : 'none')));
    expect(chosen.size).toBe(1);
    expect(chosen).not.toContain('none');
    const answers = await first.db.selectFrom('answer').selectAll().execute();
    expect(answers).toHaveLength(1);
    expect(await first.db.selectFrom('learner').select('answers').execute()).toEqual([{ answers: 1 }]);
    expect(await first.db.selectFrom('card').select('reps').execute()).toEqual([{ reps: 1 }]);
    expect(await first.db.selectFrom('session').select('position').execute()).toEqual([{ position: 1 }]);
  });

  test('a tap that comes again after others have been answered gets its first verdict', async () => {
    const { first } = await instances(1);
    const session = await ask(first);
    for (const position of [0, 1]) await answerSession(first, { session, position, option: 1 }, ann);
    const again = await answerSession(first, { session, position: 0, option: 2 }, ann);
    expect(again).toMatchObject({ type: 'verdict', verdict: { chosen: 1 } });
    expect(await first.db.selectFrom('answer').selectAll().execute()).toHaveLength(2);
  });

  test('answers of many learners at once to the same question of the day all count', async () => {
    const { opened, first } = await instances(2);
    await setDaily(first, room, { minute: 1, zone: 'UTC' }, undefined);
    await first.db.updateTable('daily').set({ next_at: first.now() }).execute();
    const [daily] = await takeDailies(first);
    if (!daily) throw new Error('the question of the day is due');
    const session = daily.question.session.id;
    const outcomes = await Promise.all(
      Array.from({ length: 120 }, (_, number) => {
        const parts = opened[number % 2] ?? first;
        return answerSession(parts, { session, position: 0, option: number % 4 }, { id: `test:${number}`, name: 'X' });
      }),
    );
    expect(new Set(outcomes.map(({ type }) => type))).toEqual(new Set(['verdict']));
    expect(await first.db.selectFrom('item').select('answers').execute()).toEqual([{ answers: 120 }]);
  });

  test('instances on one database post each step of a round, daily question and reminder once', async () => {
    const { clock, first, posted, runAll, faults } = await instances(3);
    // Something that is due for a reminder.
    await answerWrongly(first, await ask(first));
    await startRound(first, { starter: bob, place: room, items: first.pool.fitting({}).slice(0, 2), inThread: false });
    await setDaily(first, room, { minute: 60, zone: 'UTC' }, undefined);
    await setReminder(first, ann.id, { minute: 60, zone: 'UTC' }, noQuiet);
    for (let second = 0; second < 70; second += 1) {
      clock.wait(1000);
      if (second % 5 === 0) await runAll();
    }
    clock.set('2026-11-22T01:00Z');
    await runAll();
    await runAll();
    expect(faults).toEqual([]);
    expect(posted.filter((title) => /^Question \d of 2 \(/.test(title))).toHaveLength(2);
    expect(posted.filter((title) => title.endsWith('the answer'))).toHaveLength(2);
    expect(posted.filter((title) => title === 'The round is over')).toHaveLength(1);
    expect(posted.filter((title) => title.startsWith('Question of the day'))).toHaveLength(1);
    expect(posted.filter((title) => title === 'Time to review')).toHaveLength(1);
    clock.wait(DAY_MS);
    await runAll();
    expect(posted.filter((title) => title.startsWith('Question of the day'))).toHaveLength(2);
    expect(posted.filter((title) => title === 'Time to review')).toHaveLength(2);
  });

  test('what an instance took and died over is done by another after a while, not before', async () => {
    const { clock, first, posted, runAll } = await instances(2);
    await answerWrongly(first, await ask(first));
    await startRound(first, { starter: bob, place: room, items: first.pool.fitting({}).slice(0, 2), inThread: false });
    await setDaily(first, room, { minute: 60, zone: 'UTC' }, undefined);
    await setReminder(first, ann.id, { minute: 60, zone: 'UTC' }, noQuiet);
    clock.wait(GET_READY_MS);
    // Takes the steps, and never says that they were shown.
    for (const round of await dueRounds(first.db, first.now())) await takeStep(first, round);
    await runAll();
    expect(posted).toEqual([]);
    clock.wait(15_000);
    await runAll();
    expect(posted).toEqual([expect.stringMatching(/^Question 1 of 2/)]);
    await first.db.deleteFrom('round').execute();

    clock.set('2026-11-22T01:00Z');
    expect(await takeDailies(first)).toHaveLength(1);
    expect(await takeReminders(first)).toHaveLength(1);
    await runAll();
    expect(posted).toHaveLength(1);
    clock.wait(MINUTE_MS);
    await runAll();
    // Which of two instances is quicker with which of the two is open.
    expect(posted.slice(1).toSorted()).toEqual([expect.stringMatching(/^Question of the day/), 'Time to review']);
  });

  test('one round runs in a place at a time, whoever starts it at the same moment', async () => {
    const { opened } = await instances(3);
    const starts = opened.map((parts) =>
      startRound(parts, { starter: bob, place: room, items: parts.pool.fitting({}).slice(0, 2), inThread: false }),
    );
    expect((await Promise.all(starts)).filter((round) => round !== undefined)).toHaveLength(1);
  });

  test('a choice that was accepted counts, even one made while the time runs out', async () => {
    const { clock, first, opened, runAll, posted } = await instances(2);
    const round = await startRound(first, {
      starter: bob,
      place: room,
      items: first.pool.fitting({}).slice(0, 1),
      inThread: false,
    });
    if (!round) throw new Error('nothing else runs there');
    clock.wait(GET_READY_MS);
    await runAll();
    const pick = (number: number) =>
      choose(
        opened[number % 2] ?? first,
        { round: round.id, position: 0, option: 0 },
        { id: `test:${number}`, name: 'X' },
      );
    clock.wait(ROUND_SECONDS * 1000 - 1);
    const early = Array.from({ length: 20 }, (_, number) => pick(number));
    clock.wait(1);
    const late = Array.from({ length: 20 }, (_, number) => pick(100 + number));
    const [accepted] = await Promise.all([Promise.all([...early, ...late]), runAll()]);
    await runAll();
    expect(posted.at(-1)).toMatch(/the answer$/);
    const answers = await first.db.selectFrom('answer').select('learner').execute();
    expect(answers).toHaveLength(accepted.filter((question) => question !== undefined).length);
  });

  test('forgetting leaves no row that names the learner, and nobody else loses one', async () => {
    const { first } = await instances(1);
    const { db } = first;
    const own = await ask(first);
    await answerSession(first, { session: own, position: 0, option: 0 }, ann);
    await addPoll(db, { id: 'test:poll', session: own, position: 1, place: room });
    await setReminder(first, ann.id, { minute: 60, zone: 'UTC' }, noQuiet);
    // A private chat can have the id of its person.
    for (const place of [ann.id, 'test:private', room])
      await setDaily(first, place, { minute: 1, zone: 'UTC' }, undefined);
    await db.updateTable('daily').set({ next_at: first.now() }).execute();
    for (const { question, daily } of await takeDailies(first)) {
      await addPoll(db, { id: `test:${daily.place}`, session: question.session.id, position: 0, place: daily.place });
      await answerSession(first, { session: question.session.id, position: 0, option: 0 }, ann);
      if (daily.place === room) {
        await answerSession(first, { session: question.session.id, position: 0, option: 0 }, bob);
      }
      await db.insertInto('asked').values({ place: daily.place, item: 'item1', at: 1 }).execute();
    }
    const round = await startRound(first, {
      starter: ann,
      place: room,
      items: first.pool.fitting({}),
      inThread: false,
    });
    for (const who of [ann, bob]) await choose(first, { round: round?.id ?? '', position: 0, option: 0 }, who);
    const before = await dump(db);
    expect(Object.keys(before).filter((table) => before[table]?.includes(ann.id)).length).toBeGreaterThan(8);

    await forgetLearner(db, ann.id, ['test:private']);
    const after = await dump(db);
    for (const trace of [ann.id, ann.name, own, 'test:private']) {
      expect(Object.keys(after).filter((table) => after[table]?.includes(trace))).toEqual([]);
    }
    for (const table of ['answer', 'choice', 'card', 'learner']) expect(after[table], table).toContain(bob.id);
    expect(after['daily']).toContain(room);
    expect(await ownData(db, ann.id)).toBeUndefined();
  });

  test('forgetting while answers and choices come in leaves nothing half', async () => {
    const { opened, first } = await instances(2);
    const { db } = first;
    const round = await startRound(first, {
      starter: bob,
      place: room,
      items: first.pool.fitting({}),
      inThread: false,
    });
    for (let time = 0; time < 8; time += 1) {
      const session = await ask(first);
      await Promise.all(
        opened.flatMap((parts, number) => [
          answerSession(parts, { session, position: 0, option: number }, ann),
          choose(parts, { round: round?.id ?? '', position: 0, option: number }, ann),
          forgetLearner(parts.db, ann.id, []),
        ]),
      );
      const known = await db.selectFrom('learner').select('answers').where('id', '=', ann.id).executeTakeFirst();
      const answers = await db.selectFrom('answer').selectAll().where('learner', '=', ann.id).execute();
      expect(answers).toHaveLength(known?.answers ?? 0);
      const choices = await db.selectFrom('choice').selectAll().where('learner', '=', ann.id).execute();
      if (!known) expect([...answers, ...choices]).toEqual([]);
    }
    await forgetLearner(db, ann.id, []);
    expect(JSON.stringify(await dump(db))).not.toContain(ann.id);
  });

  test('one’s own data holds every row about oneself and none of anybody else', async () => {
    const { first } = await instances(1);
    await answerSession(first, { session: await ask(first), position: 0, option: 0 }, ann);
    await setReminder(first, ann.id, { minute: 60, zone: 'UTC' }, noQuiet);
    const round = await startRound(first, {
      starter: ann,
      place: room,
      items: first.pool.fitting({}),
      inThread: false,
    });
    for (const who of [ann, bob]) await choose(first, { round: round?.id ?? '', position: 0, option: 2 }, who);
    const data = await ownData(first.db, ann.id);
    expect(data).toMatchObject({
      learner: { id: ann.id, name: ann.name, answers: 1 },
      reminder: { learner: ann.id, minute: 60 },
      cards: [{ learner: ann.id, reps: 1 }],
      answers: [{ learner: ann.id, position: 0 }],
      sessions: [{ learner: ann.id }],
      choices: [{ learner: ann.id, option: 2 }],
      rounds: [await findRound(first.db, round?.id ?? '')],
    });
    expect(JSON.stringify(data)).not.toContain(bob.id);
  });

  test('an answer that comes weeks later still counts', async () => {
    const { clock, first } = await instances(1);
    const session = await ask(first);
    clock.wait(40 * DAY_MS);
    expect((await answerSession(first, { session, position: 0, option: 0 }, ann)).type).toBe('verdict');
  });
});
