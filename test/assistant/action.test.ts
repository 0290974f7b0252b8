import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAction, encodeAction, MAX_ACTION_BYTES, type Action } from '../../src/assistant/action.ts';
import { KIND_NAMES } from '../../src/knowledge/kinds/index.ts';
import { FACT_QUESTIONS } from '../../src/search/asked-for.ts';
import { ASPECTS } from '../../src/knowledge/vocabulary.ts';

const noteId = fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,8}){0,3}$/);
const runId = fc.stringMatching(/^[a-z0-9]{1,24}$/);
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ type: fc.constant('note' as const), note: noteId }),
  fc.record({ type: fc.constant('note' as const), note: noteId, aspect: fc.constantFrom(...ASPECTS) }),
  fc.record({
    type: fc.constant('note' as const),
    note: noteId,
    fact: fc.constantFrom(...FACT_QUESTIONS),
    aspect: fc.constantFrom(...ASPECTS),
  }),
  fc.record({ type: fc.constant('more' as const), note: noteId }),
  fc.record({ type: fc.constant('next' as const), note: noteId }),
  fc.record({ type: fc.constant('read' as const), note: noteId }),
  fc.record({
    type: fc.constant('answer' as const),
    session: runId,
    position: fc.nat({ max: 99 }),
    option: fc.nat({ max: 99 }),
  }),
  fc.record({ type: fc.constant('verdict' as const), session: runId, position: fc.nat({ max: 99 }) }),
  fc.record({ type: fc.constantFrom('question' as const, 'retry' as const), session: runId }),
  fc.record({ type: fc.constant('command' as const), name: fc.stringMatching(/^[a-z0-9_]{1,32}$/) }),
  fc.record({ type: fc.constantFrom('snooze' as const, 'forget' as const) }),
  fc.record({
    type: fc.constant('list' as const),
    query: fc.record({ kind: fc.constantFrom(...KIND_NAMES) }),
    page: fc.nat({ max: 999 }),
  }),
);

test('every action survives the way through a button and fits the smallest one', () => {
  fc.assert(
    fc.property(anyAction, (action) => {
      const data = encodeAction(action);
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(MAX_ACTION_BYTES);
      expect(decodeAction(data)).toEqual(action);
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test('the longest note id and the fullest list still fit', () => {
  const list: Action = {
    type: 'list',
    query: {
      kind: 'incident',
      sector: 'government',
      cause: 'demonstration',
      from: 2021,
      to: 2022,
      order: 'oldest',
      words: ['abcdefghijk', 'abcdefghij'],
    },
    page: 999,
  };
  expect(encodeAction(list).length).toBeLessThanOrEqual(MAX_ACTION_BYTES);
  expect(
    encodeAction({ type: 'note', note: 'a'.repeat(40), fact: 'cause', aspect: 'example' }).length,
  ).toBeLessThanOrEqual(MAX_ACTION_BYTES);
});

test('a text that Otto did not write is no action', () => {
  for (const data of [
    '',
    '1',
    '1:n',
    '1:n:',
    '0:n:modbus',
    '1:n:Modbus',
    '1:n:modbus:99',
    '1:y:modbus',
    '1:q:not-a-session',
    '1:a:abc:1',
    '1:f:modbus',
    '1:l:x:k0',
    '1:n:a:1:2',
  ]) {
    expect(decodeAction(data), data).toBeUndefined();
  }
  fc.assert(
    fc.property(fc.string(), (data) => {
      const action = decodeAction(data);
      if (action) expect(encodeAction(action).startsWith('1:')).toBe(true);
    }),
    { seed: 1, numRuns: 1000 },
  );
});
