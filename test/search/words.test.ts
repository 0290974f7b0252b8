import { describe, expect, test } from 'vitest';
import { indexWordsOf, MAX_QUESTION_LENGTH, normalise, stem, wordsOf } from '../../src/search/words.ts';

describe('spellings of one thing become one text', () => {
  test.each([
    ['IEC-62443', 'iec 62443'],
    ['What’s  OPC/UA?', 'whats opc ua'],
    ['Café\u0301', 'cafe'],
    ['S7comm+', 's7comm+'],
    ['mod\u200bbus', 'modbus'],
    ['🙂🙃!!!', ''],
  ])('%s', (typed, normal) => {
    expect(normalise(typed)).toBe(normal);
  });
});

describe('forms and spellings of a word share a stem', () => {
  test.each([
    ['controllers', 'controller'],
    ['authorisation', 'authorization'],
    ['defence', 'defense'],
    ['behaviour', 'behavior'],
    ['centre', 'center'],
    ['plcs', 'plc'],
    ['patching', 'patches'],
    ['analyse', 'analyze'],
    ['labelled', 'labeled'],
  ])('%s and %s', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });
});

test('a pasted log is cut before it is looked at', () => {
  expect(normalise('modbus '.repeat(20_000)).length).toBeLessThanOrEqual(MAX_QUESTION_LENGTH);
  expect(normalise('\u0301'.repeat(100_000))).toBe('');
});

test('a note’s text of any length is indexed whole', () => {
  expect(indexWordsOf('modbus '.repeat(2000))).toHaveLength(2000);
  expect(wordsOf('')).toEqual([]);
});
