import { expect, test } from 'vitest';
import type { Button } from '../../src/assistant/reply.ts';
import { fixtureKnowledge, testAssistant, textOf } from '../fixtures/assistant.ts';

const knowledge = await fixtureKnowledge();

test('/quiz asks, tells right and wrong with the reason, and ends with the score', async () => {
  const { say, faults } = testAssistant(knowledge);
  const first = await say({ type: 'command', name: 'quiz', values: { count: '2' } });
  console.log(textOf(first));
  const press = (button: Button | undefined) => say({ type: 'action', action: button!.action });
  const verdict = await press(first.buttons[1]);
  console.log(textOf(verdict));
  const second = await press(verdict.buttons[0]);
  console.log(textOf(second));
  const v2 = await press(second.buttons[0]);
  console.log(textOf(v2));
  const end = await press(v2.buttons[0]);
  console.log(textOf(end));
  console.log(textOf(await say({ type: 'command', name: 'progress', values: {} })));
  console.log(textOf(await say({ type: 'command', name: 'leaderboard', values: {} })));
  console.log(
    textOf(await say({ type: 'command', name: 'export', values: {} })),
    (await say({ type: 'command', name: 'export', values: {} })).attachments,
  );
  console.log(textOf(await say({ type: 'command', name: 'exam', values: {} })));
  console.log(textOf(await say({ type: 'action', action: { type: 'forget' } })));
  console.log(textOf(await say({ type: 'command', name: 'export', values: {} })));
  console.log(faults);
  expect(faults).toEqual([]);
});
