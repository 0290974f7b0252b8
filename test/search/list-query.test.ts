import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KIND_NAMES } from '../../src/knowledge/kinds/index.ts';
import { CAUSES, PROTOCOL_FAMILIES, SECTORS } from '../../src/knowledge/vocabulary.ts';
import { decodeListQuery, encodeListQuery, type ListQuery } from '../../src/search/list-query.ts';
import { listQueryIn } from '../../src/search/list.ts';

const keys = <T extends object>(table: T) => fc.constantFrom(...(Object.keys(table) as (keyof T)[]));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const anyQuery = fc
  .record({
    kind: fc.constantFrom(...KIND_NAMES),
    sector: optional(keys(SECTORS)),
    cause: optional(keys(CAUSES)),
    family: optional(keys(PROTOCOL_FAMILIES)),
    from: optional(fc.integer({ min: 1950, max: 2030 })),
    to: optional(fc.integer({ min: 1950, max: 2030 })),
    level: optional(fc.constantFrom(0, 1, 2, 3, 3.5, 4, 5)),
    order: optional(fc.constant('oldest' as const)),
    words: optional(fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 2 })),
  })
  .map(
    (record) =>
      Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as unknown as ListQuery,
  );

test('any list survives the way through a button', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(decodeListQuery(encodeListQuery(query))).toEqual(query);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('a text that Otto did not make is no list', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const query = decodeListQuery(text);
      if (query) expect(decodeListQuery(encodeListQuery(query))).toEqual(query);
    }),
    { seed: 1, numRuns: 1000 },
  );
  expect(decodeListQuery('')).toBeUndefined();
  expect(decodeListQuery('k99')).toBeUndefined();
});

describe('a question that asks for several notes is a list with its filters', () => {
  test.each<[string, ListQuery]>([
    ['water incidents', { kind: 'incident', sector: 'water' }],
    ['incidents in water', { kind: 'incident', sector: 'water' }],
    ['attacks in 2021', { kind: 'incident', from: 2021, to: 2021 }],
    [
      'ransomware attacks in manufacturing after 2019',
      { kind: 'incident', sector: 'manufacturing', cause: 'ransomware', from: 2020 },
    ],
    ['incidents between 2015 and 2017', { kind: 'incident', from: 2015, to: 2017 }],
    ['2021', { kind: 'incident', from: 2021, to: 2021 }],
    ['what happened in 2015', { kind: 'incident', from: 2015, to: 2015 }],
    ['oldest ics incidents', { kind: 'incident', order: 'oldest' }],
    ['protocols without authentication', { kind: 'protocol', protection: 'no-authentication' }],
    ['building protocols with no encryption', { kind: 'protocol', family: 'building', protection: 'no-encryption' }],
    ['substation protocols', { kind: 'protocol', family: 'substation' }],
    ['what sits at purdue level 1', { kind: 'component', level: 1 }],
    ['standards for railways', { kind: 'standard', sector: 'rail' }],
    ['list all tools', { kind: 'tool' }],
    ['default password incidents', { kind: 'incident', words: ['default', 'password'] }],
  ])('%s', (question, query) => {
    expect(listQueryIn(question)).toEqual(query);
  });
});

test.each([
  'which protocol has no authentication',
  'why do attacks on water plants happen',
  'difference between protocols of it and ot',
  'how do i list devices',
  'what is modbus',
])('“%s” is a question, not a list', (question) => {
  expect(listQueryIn(question)).toBeUndefined();
});
