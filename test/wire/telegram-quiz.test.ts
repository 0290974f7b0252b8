import { expect, test, vi } from 'vitest';
import { startedQuizBot, type QuizBot } from './telegram-quiz/quiz-bot.ts';
import { labelOf, optionsOf, pollOptions } from './telegram-quiz/read-message.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Somebody with a private chat. */
function visitor({ server }: Pick<QuizBot, 'server'>, name = 'Ann') {
  const person = server.people.person(name);
  return { person, chat: server.people.privateChat(person) };
}

test('alone: native quizzes to the end, each verdict with its source and its note, then the missed ones again', async () => {
  const bot = await startedQuizBot();
  const { server } = bot;
  const { person, chat } = visitor(bot);
  server.people.say(person, chat, '/quiz protocols 3');
  for (const [index, isRight] of [true, false, true].entries()) {
    const question = await chat.answers.next();
    expect(question.poll).toMatchObject({ isAnonymous: false, explanation: expect.stringMatching(/\w/) as unknown });
    expect(question.text).toMatch(new RegExp(`^\\[${index + 1}/3\\] `));
    const { right, wrong } = pollOptions(question);
    server.people.vote(person, question, isRight ? right : wrong);
    const verdict = await chat.answers.next();
    expect(verdict.text).toMatch(isRight ? /^Right/ : /^Not quite[^]*The right answer is/);
    expect(verdict.text).toContain('Sources');
    if (index === 0) {
      server.people.press(person, verdict, labelOf(verdict, /^Note: /));
      expect((await chat.answers.next()).text).toContain('Sources');
    }
    server.people.press(person, verdict, labelOf(verdict, /^(Next question|Result)$/));
    if (index === 2) {
      const result = await verdict.edits.next();
      expect(result.text).toMatch(/^Finished\n\n2 of 3 right \(67 %\) in \d+ s\.\n\nRead next: /);
      server.people.press(person, result, 'Retry 1 missed');
    }
  }
  const again = await chat.answers.next();
  server.people.vote(person, again, pollOptions(again).right);
  const verdict = await chat.answers.next();
  server.people.press(person, verdict, 'Result');
  expect((await verdict.edits.next()).text).toMatch(/1 of 1 right/);
  expect(server.mistakes).toEqual([]);
});

test('an exam is answered by buttons in one message, tells nothing before its end, then reports by topic', async () => {
  const bot = await startedQuizBot();
  const { server } = bot;
  const { person, chat } = visitor(bot);
  server.people.say(person, chat, '/exam');
  let message = await chat.answers.next();
  const total = Number(/question 1 of (\d+)/.exec(message.text)?.[1]);
  expect(total).toBeGreaterThan(10);
  for (let position = 1; position <= total; position += 1) {
    expect(message.text).toMatch(new RegExp(`^Exam: question ${position} of ${total}`));
    expect(message.text).not.toMatch(/^(Right|Not quite)/m);
    const { right, wrong } = optionsOf(message);
    server.people.press(person, message, position === 1 ? wrong : right);
    message = await message.edits.next();
  }
  expect(message.text).toMatch(new RegExp(`^Exam passed\\n\\n${total - 1} of ${total} right`));
  expect(message.text).toMatch(/protocols\nRight: \d of 7/);
  expect(server.mistakes).toEqual([]);
});

test('somebody’s own quiz in a group is theirs: another’s vote changes nothing, nor do they go on with it', async () => {
  const bot = await startedQuizBot();
  const { server } = bot;
  const ann = server.people.person('Ann');
  const ben = server.people.person('Ben');
  const forum = server.people.group('Plant', { isForum: true });
  const topic = server.people.topic(forum);
  const { messageId } = server.people.say(ann, forum, '/quiz@otto_test_bot ports 2', { topic });
  const question = await forum.answers.next();
  expect(question).toMatchObject({ replyTo: messageId, threadId: topic });
  server.people.vote(ben, question, pollOptions(question).right);
  server.people.vote(ann, question, pollOptions(question).wrong);
  const verdict = await forum.answers.next();
  expect(verdict).toMatchObject({ text: expect.stringMatching(/^Not quite/) as unknown, threadId: topic });
  const { text } = await server.people.press(ben, verdict, 'Next question').next();
  expect(text).toMatch(/somebody else’s/);
  server.people.press(ann, verdict, 'Next question');
  expect(await forum.answers.next()).toMatchObject({
    text: expect.stringMatching(/^\[2\/2\]/) as unknown,
    threadId: topic,
  });
  server.people.say(ann, forum, '/quiz@OtherBot', { topic });
  server.people.say(ann, forum, '/leaderboard@otto_test_bot', { topic });
  expect((await forum.answers.next()).text).toMatch(/No points yet/);
  expect(server.mistakes).toEqual([]);
});

test('where polls are forbidden, the question comes with buttons', async () => {
  const bot = await startedQuizBot();
  const { server } = bot;
  const ann = server.people.person('Ann');
  const group = server.people.group('Plant');
  group.withoutPolls = true;
  server.people.say(ann, group, '/quiz@otto_test_bot 1');
  const question = await group.answers.next();
  server.people.press(ann, question, optionsOf(question).right);
  expect((await question.edits.next()).text).toMatch(/^Right/);
});

test('an anonymous administrator’s own quiz counts their votes', async () => {
  const bot = await startedQuizBot();
  const { server } = bot;
  const boss = server.people.person('Boss');
  const group = server.people.group('Plant');
  server.people.say(boss, group, '/quiz@otto_test_bot 1', { senderChat: true });
  const question = await group.answers.next();
  server.people.vote(boss, question, pollOptions(question).right, group);
  expect((await group.answers.next()).text).toMatch(/^Right/);
  expect(server.mistakes).toEqual([]);
});

test('what concerns one person alone goes to their private chat; where there is none, Otto says how', async () => {
  const bot = await startedQuizBot();
  const { server } = bot;
  const { person, chat } = visitor(bot);
  const group = server.people.group('Plant');
  server.people.say(person, group, '/quiz@otto_test_bot 1');
  const question = await group.answers.next();
  server.people.vote(person, question, pollOptions(question).right);
  await group.answers.next();
  server.people.say(person, group, '/export@otto_test_bot');
  expect((await group.answers.next()).text).toMatch(/private chat/);
  expect((await chat.answers.next()).text).toMatch(/Your 1 cards|Your data/);
  expect((await chat.answers.next()).file?.name).toBe('otto-cards.txt');
  expect((await chat.answers.next()).file?.name).toBe('otto-data.json');

  const stranger = server.people.person('Stranger');
  server.people.say(stranger, group, '/forget@otto_test_bot');
  expect((await group.answers.next()).text).toMatch(/press Start/);
});

test('progress comes with its picture, export as files, and forget deletes it all', async () => {
  const bot = await startedQuizBot();
  const { server } = bot;
  const { person, chat } = visitor(bot);
  server.people.say(person, chat, '/quiz 1');
  const question = await chat.answers.next();
  server.people.vote(person, question, pollOptions(question).right);
  await chat.answers.next();

  server.people.say(person, chat, '/progress');
  expect((await chat.answers.next()).text).toMatch(/1 answer, 100 % right\. Streak: 1 day/);
  const picture = await chat.answers.next();
  expect(picture.file).toMatchObject({ kind: 'photo' });
  expect(picture.text).not.toBe('');

  server.people.say(person, chat, '/export');
  await chat.answers.next();
  expect((await chat.answers.next()).file?.bytes.toString()).toContain(
    question.poll?.options[pollOptions(question).right],
  );
  const data = (await chat.answers.next()).file;
  expect(JSON.parse(data?.bytes.toString() ?? '')).toMatchObject({ learner: { name: 'Ann' } });

  server.people.say(person, chat, '/forget');
  const confirmation = await chat.answers.next();
  server.people.press(person, confirmation, 'Yes, delete it all');
  expect((await confirmation.edits.next()).text).toMatch(/nothing about you/);
  server.people.say(person, chat, '/export');
  expect((await chat.answers.next()).text).toMatch(/remember nothing/);
  expect(server.mistakes).toEqual([]);
});
