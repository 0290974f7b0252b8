import { expect, test } from 'vitest';
import { progressChart } from '../../src/pictures/progress-chart.ts';
import { toPng } from '../../src/pictures/to-png.ts';
import type { Progress } from '../../src/quiz/progress.ts';

const PROGRESS: Progress = {
  answers: 120,
  right: 93,
  streak: 9,
  due: 14,
  topics: [
    { topic: 'protocol', items: 560, seen: 70, mastered: 31, recall: 0.9 },
    { topic: 'incident', items: 480, seen: 41, mastered: 4, recall: 0.7 },
    { topic: 'acronym', items: 370, seen: 9, mastered: 0, recall: 0.8 },
  ],
};

test('the picture of somebody’s progress is a PNG, and its text does not depend on the machine’s fonts', async () => {
  const png = await toPng(progressChart(PROGRESS, (topic) => topic));
  expect(Array.from(png.slice(0, 4))).toEqual([0x89, 0x50, 0x4e, 0x47]);
  const withoutText = await toPng(progressChart({ ...PROGRESS, topics: [] }, () => ''));
  expect(png.length).toBeGreaterThan(withoutText.length);
});

test('a topic’s name cannot break the drawing', () => {
  const svg = progressChart(PROGRESS, () => '<script>&');
  expect(svg).toContain('&lt;script&gt;&amp;');
  expect(svg).not.toContain('<script>');
});
