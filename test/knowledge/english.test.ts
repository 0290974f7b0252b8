import { expect, test } from 'vitest';
import { isEnglish } from '../../src/knowledge/english.ts';

test.each(['pizza', 'cheaper', 'trains', 'jackets', 'stopped', 'review', 'reports', 'unplug', 'disconnect', 'monday'])(
  '“%s” is English and is not mended',
  (word) => {
    expect(isEnglish(word)).toBe(true);
  },
);

test.each(['modbsu', 'stucksnet', 'historain', 'zxcvbnm', 'controler'])('“%s” is no English word', (word) => {
  expect(isEnglish(word)).toBe(false);
});
