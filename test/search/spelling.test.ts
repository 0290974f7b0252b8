import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, SpellingMender, spellingTableOf } from '../../src/search/spelling.ts';

const mender = new SpellingMender(
  spellingTableOf(
    new Map([
      ['modbus', 40],
      ['stuxnet', 12],
      ['historian', 9],
      ['authentication', 60],
      ['maroochy', 3],
      ['twin', 4],
      ['tcp', 50],
      ['dnp3', 20],
    ]),
  ),
);

describe('a misspelt word becomes the one that was meant', () => {
  test.each([
    ['modbsu', 'modbus'],
    ['modbs', 'modbus'],
    ['moddbus', 'modbus'],
    ['stuxnte', 'stuxnet'],
    ['stucksnet', 'stuxnet'],
    ['historain', 'historian'],
    ['autentication', 'authentication'],
    ['authentikation', 'authentication'],
    ['marochy', 'maroochy'],
    ['twn', 'twin'],
    ['tpc', 'tcp'],
    ['dpn3', 'dnp3'],
  ])('%s -> %s', (typed, meant) => {
    expect(mender.mend(typed)?.word).toBe(meant);
  });
});

test('a word that resembles nothing stays unmended', () => {
  expect(mender.mend('zxcvbnm')).toBeUndefined();
  expect(mender.mend('pizza')).toBeUndefined();
});

test('a number is never taken for another', () => {
  expect(mender.mend('62444')).toBeUndefined();
  expect(mender.mend('dnp4')).toBeUndefined();
});

test('any one edit of a known word of seven letters or more leads back to it', () => {
  const word = fc.constantFrom('stuxnet', 'historian', 'authentication', 'maroochy');
  fc.assert(
    fc.property(
      word,
      fc.nat(),
      fc.constantFrom('a', 'e', 'k', 'z'),
      fc.constantFrom('insert', 'delete', 'replace'),
      (known, seed, letter, edit) => {
        const at = seed % known.length;
        const typed =
          known.slice(0, at) + (edit === 'delete' ? '' : letter) + known.slice(edit === 'insert' ? at : at + 1);
        expect(mender.mend(typed)?.word).toBe(known);
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});

test('the distance counts a swap once and stops at its limit', () => {
  expect(editDistance('modbsu', 'modbus', 3)).toBe(1);
  expect(editDistance('kitten', 'sitting', 5)).toBe(3);
  expect(editDistance('kitten', 'sitting', 2)).toBe(3);
  expect(editDistance('', 'abc', 5)).toBe(3);
});

test('the distance is symmetric and zero only for equal words', () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 20)).toBe(editDistance(b, a, 20));
      expect(editDistance(a, b, 20) === 0).toBe(a === b);
    }),
    { seed: 1, numRuns: 500 },
  );
});
