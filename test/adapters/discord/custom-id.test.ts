import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeControl, encodeControl, type Control } from '../../../src/adapters/discord/custom-id.ts';
import { DISCORD_LIMITS } from '../../../src/adapters/discord/limits.ts';

const SEED = { seed: 502 };

const control: fc.Arbitrary<Control> = fc.oneof(
  fc.record({
    type: fc.constant('action' as const),
    action: fc.record({
      type: fc.constantFrom('note' as const, 'more' as const),
      note: fc.constantFrom('modbus', 'iec-61850-goose'),
    }),
    page: fc.nat(9999),
  }),
  fc.constant({ type: 'choose' } as const),
  fc.record({ type: fc.constant('remove' as const), asker: fc.bigInt({ min: 1n, max: 2n ** 63n }).map(String) }),
);

test('what stands under a button is what comes back when it is pressed', () => {
  fc.assert(
    fc.property(control, (each) => {
      expect(decodeControl(encodeControl(each))).toEqual(each);
      expect(encodeControl(each).length).toBeLessThanOrEqual(DISCORD_LIMITS.customId);
    }),
    SEED,
  );
});

test('custom ids of others stand for nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const decoded = decodeControl(text);
      return decoded === undefined || encodeControl(decoded) === text;
    }),
    SEED,
  );
  for (const text of ['', 'remove:', 'remove:me', 'page:0:1:n:modbus', 'page:1:remove:1', '1:n:Not A Note']) {
    expect(decodeControl(text)).toBeUndefined();
  }
});
