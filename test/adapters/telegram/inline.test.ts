import { expect, test } from 'vitest';
import { LONG_REPLY, MODBUS_REPLY } from './scripted-assistant.ts';
import { startedFixture } from './telegram-fixture.ts';

test('results come as one types, each with a description and the whole message', async () => {
  const { server } = await startedFixture();
  const answer = await server.people.typeInline(server.people.person('Alice'), 'modb').next();
  expect(answer.results).toHaveLength(1);
  expect(answer.results[0]).toMatchObject({
    id: 'modbus',
    title: 'Modbus',
    description: 'A protocol of 1979',
    linkPreview: false,
  });
  expect(answer.results[0]?.text).toContain('Caution: Do not scan a running plant.');
  expect(answer.cacheTime).toBeGreaterThanOrEqual(60);
  expect(server.callsOf('answerInlineQuery')[0]?.parameters).not.toHaveProperty('is_personal');
});

test.each(['', 'zzz', 'x'.repeat(256), '\ud83d'])(
  'the query %j is answered, if only with an empty list',
  async (query) => {
    const { server } = await startedFixture();
    const answer = await server.people.typeInline(server.people.person('Alice'), query).next();
    expect(answer.results.length).toBeLessThanOrEqual(1);
    expect(answer.button).toBe('Ask me in a chat');
  },
);

test('at most 50 results are sent, however many are found', async () => {
  const { server, assistant } = await startedFixture();
  assistant.find = () =>
    Array.from({ length: 80 }, (_, index) => ({
      id: `note-${index}`,
      title: 'Note',
      description: 'A note',
      reply: MODBUS_REPLY,
    }));
  expect((await server.people.typeInline(server.people.person('Alice'), 'n').next()).results).toHaveLength(50);
});

test('a look-up that fails is answered with an empty list', async () => {
  const { server, assistant, logLines } = await startedFixture();
  assistant.find = () => {
    throw new Error('broken');
  };
  expect((await server.people.typeInline(server.people.person('Alice'), 'modb').next()).results).toEqual([]);
  expect(logLines.join('')).toContain('looking up an inline query failed');
});

test('buttons under a message that was sent inline change it in place; what is too long leads to a chat', async () => {
  const { server } = await startedFixture();
  const alice = server.people.person('Alice');
  const [result] = (await server.people.typeInline(alice, 'modb').next()).results;
  if (!result) throw new Error('expected a result');
  const message = server.people.pick(result);
  await server.people.press(alice, message, 'More').next();

  const edited = await message.edits.next();
  expect(edited.text).toContain('Paragraph 0.');
  expect(edited.text).toContain('Caution: Do not scan a running plant.');
  expect(edited.text).not.toContain(`Paragraph ${LONG_REPLY.body.length - 1}.`);
  expect(edited.keyboard).toEqual([
    [{ text: 'Read on', url: 'https://t.me/otto_test_bot?start=note_modbus' }],
    [expect.objectContaining({ text: 'Back' })],
  ]);
  expect(server.mistakes).toEqual([]);
});
