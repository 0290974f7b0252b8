import { expect, test } from 'vitest';
import { testItem } from '../fixtures/quiz.ts';
import { ottoTeacher, randomTeacher, teach } from './simulated-class.ts';

const plan = {
  learners: 200,
  days: 60,
  secondsADay: 5 * 60,
  // Two questions a note, 700 in all.
  items: Array.from({ length: 700 }, (_, number) => testItem(number, { note: `note${Math.floor(number / 2)}` })),
};

test('a class remembers more per minute with Otto’s schedule than with random questions', { timeout: 60_000 }, () => {
  const otto = teach(plan, ottoTeacher);
  const random = teach(plan, randomTeacher);
  const line = (name: string, { remembered, rememberedPerMinute, answers }: typeof otto) =>
    `${name}: ${remembered.toFixed(0)} items remembered on day ${plan.days}, ` +
    `${rememberedPerMinute.toFixed(3)} per minute, ${(answers / plan.learners / plan.days).toFixed(1)} answers a day\n`;
  const ratio = otto.rememberedPerMinute / random.rememberedPerMinute;
  process.stdout.write(line('Otto', otto) + line('random', random) + `ratio ${ratio.toFixed(2)}\n`);
  expect(ratio).toBeGreaterThan(1.1);
});
