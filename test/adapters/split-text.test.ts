import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitRanges, splitText } from '../../src/adapters/split-text.ts';

test('a text within the limit stays whole', () => {
  expect(splitText('One.\n\nTwo.', 100)).toEqual(['One.\n\nTwo.']);
  expect(splitText('12345', 5)).toEqual(['12345']);
});

test('nothing but white space makes no part', () => {
  expect(splitText('', 10)).toEqual([]);
  expect(splitText(' \n\n ', 2)).toEqual([]);
});

test('paragraphs stay together where they fit, then lines, then words', () => {
  expect(splitText('one two\n\nthree four\n\nfive', 20)).toEqual(['one two\n\nthree four', 'five']);
  expect(splitText('- one two\n- three four\n- five', 20)).toEqual(['- one two', '- three four\n- five']);
  expect(splitText('one two three four', 10)).toEqual(['one two', 'three four']);
});

test('a border just behind the limit counts', () => {
  expect(splitText('12345 67890', 5)).toEqual(['12345', '67890']);
});

test('a heading does not make a part of its own when a long paragraph follows', () => {
  const [first] = splitText(`Title\n\n${'word '.repeat(100)}`, 100);
  expect(first).toMatch(/^Title\n\nword word/);
});

test('a word longer than the limit is broken, but no surrogate pair is', () => {
  expect(splitText('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  expect(splitText('🏭🏭🏭', 3)).toEqual(['🏭', '🏭', '🏭']);
});

test('whatever the text, parts keep within the limit and lose nothing but white space', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom('word', ' ', '\n', '\n\n', '🏭', '\n  \n'), { maxLength: 80 })
      .map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 60 }), (whole, limit) => {
      const parts = splitText(whole, limit);
      expect(parts.every((part) => part.length <= limit && part.trim() !== '' && part.isWellFormed())).toBe(true);
      expect(parts.join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''));
    }),
    { seed: 1 },
  );
});

test('ranges are where the parts stand in the text', () => {
  const text = '  one two\n\nthree ';
  expect(splitRanges(text, 8).map(({ start, end }) => text.slice(start, end))).toEqual(splitText(text, 8));
});
