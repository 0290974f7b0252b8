import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayBefore, localDay, localMinute, nextAt, readTime, readZone, timeText } from '../../src/quiz/clock-time.ts';

/** The next moments at which a clock shows a time, as ISO. */
function nextDays(minute: number, zone: string, after: string, count = 3): readonly string[] {
  const moments: number[] = [];
  for (let at = Date.parse(after); moments.length < count; moments.push(at)) at = nextAt({ minute, zone }, at);
  return moments.map((at) => new Date(at).toISOString().slice(0, 16));
}

describe('a time of every day', () => {
  test('comes when the clock jumps over it in spring, and once', () => {
    expect(nextDays(150, 'Europe/Berlin', '2026-03-27T12:00Z')).toEqual([
      '2026-03-28T01:30',
      '2026-03-29T01:00',
      '2026-03-30T00:30',
    ]);
  });

  test('comes once on the day on which the clock shows it twice', () => {
    const days = ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30'];
    expect(nextDays(150, 'Europe/Berlin', '2026-10-23T12:00Z')).toEqual(days);
    // Also when it is reckoned between the two.
    expect(nextDays(150, 'Europe/Berlin', '2026-10-25T00:45Z', 1)).toEqual(['2026-10-26T01:30']);
  });

  test('is not kept on a day that a country left out', () => {
    expect(nextDays(600, 'Pacific/Apia', '2011-12-29T12:00Z', 2)).toEqual(['2011-12-29T20:00', '2011-12-30T20:00']);
    expect(localDay(Date.parse('2011-12-30T20:00Z'), 'Pacific/Apia')).toBe('2011-12-31');
  });

  test('comes once a local day anywhere, at that time unless the clock jumps over it', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Cairo'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 365 * 24 * 60 }),
        (zone, minute, start) => {
          const after = Date.UTC(2026, 0, 1) + start * 60_000;
          const first = nextAt({ minute, zone }, after);
          const second = nextAt({ minute, zone }, first);
          expect(first).toBeGreaterThan(after);
          expect(dayBefore(localDay(second, zone))).toBe(localDay(first, zone));
          const late = localMinute(first, zone) - minute;
          expect(Math.abs(late)).toBeLessThanOrEqual(60);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });
});

test('times are read as people write them', () => {
  expect(['09:00', '9.30', '18', '7h05', '23:59'].map(readTime)).toEqual([540, 570, 1080, 425, 1439]);
  expect(['24:00', '12:60', 'noon', '', '9:5'].map(readTime)).toEqual(Array(5).fill(undefined));
  expect(timeText(65)).toBe('01:05');
});

test('a time zone is known by its name in any case, and nothing else is one', () => {
  expect(readZone('europe/berlin')).toBe('Europe/Berlin');
  expect(readZone('Middle/Earth')).toBeUndefined();
  expect(readZone('')).toBeUndefined();
});

test('the day before is told over months and leap days', () => {
  expect(['2026-01-01', '2028-03-01', '2026-11-22'].map(dayBefore)).toEqual(['2025-12-31', '2028-02-29', '2026-11-21']);
});
