import { expect, test } from 'vitest';
import type { Reply } from '../../src/assistant/reply.ts';
import { fixtureKnowledge, testAssistant, textOf } from '../fixtures/assistant.ts';

const knowledge = await fixtureKnowledge();

function conversation() {
  const { say, faults } = testAssistant(knowledge);
  const press = (reply: Reply, label: string | RegExp) => {
    const button = reply.buttons.find((each) =>
      typeof label === 'string' ? each.label === label : label.test(each.label),
    );
    if (!button) throw new Error(`no button ${String(label)} in "${textOf(reply)}"`);
    return say({ type: 'action', action: button.action });
  };
  const command = (name: string, values = {}) => say({ type: 'command', name, values });
  return { press, command, faults };
}

test('/quiz asks, tells right and wrong with the reason and the note, and ends with the score and what to retry', async () => {
  const { press, command, faults } = conversation();
  let reply = await command('quiz', { count: '2' });
  for (const position of [1, 2]) {
    expect(reply.title).toContain(`question ${position} of 2`);
    const correct = reply.poll?.correct ?? 0;
    const verdict = await press(reply, 'ABCD'[position === 1 ? correct : (correct + 1) % 4] ?? '');
    expect(verdict.title).toBe(position === 1 ? 'Right' : 'Not quite');
    expect(textOf(verdict)).toContain(reply.poll?.explanation);
    expect(verdict.buttons.some(({ label }) => label.startsWith('Note: '))).toBe(true);
    reply = await press(verdict, position === 1 ? 'Next question' : 'Result');
  }
  expect(textOf(reply)).toContain('1 of 2 right (50 %)');
  expect((await press(reply, 'Retry 1 missed')).title).toContain('question 1 of 1');
  expect(faults).toEqual([]);
});

test('progress counts what was answered, and after forgetting nothing is left', async () => {
  const { press, command } = conversation();
  await press(await command('quiz', { count: '1' }), 'A');
  expect(textOf(await command('progress'))).toContain('1 answer');
  const exported = await command('export');
  expect(exported.attachments?.map(({ name }) => name)).toEqual(['otto-cards.txt', 'otto-data.json']);
  await press(await command('forget'), /delete/i);
  expect(textOf(await command('export'))).toContain('nothing about you');
});

test('an exam tells neither right nor wrong before its end', async () => {
  const { press, command } = conversation();
  const first = await command('exam');
  expect(first.poll).toBeUndefined();
  const second = await press(first, 'A');
  expect(second.title).toMatch(/^Exam: question 2 of/);
});
