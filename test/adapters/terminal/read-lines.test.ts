import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLines } from '../../../src/adapters/terminal/read-lines.ts';

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const collected: string[] = [];
  for await (const line of lines) collected.push(line);
  return collected;
}

const linesOf = (text: string, size: number) => collect(readLines(inChunks(new TextEncoder().encode(text), size)));

it('finds the same lines however the bytes arrive', async () => {
  const line = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1 }), fc.integer({ min: 1, max: 7 }), async (lines, size) => {
      expect(await linesOf(`${lines.join('\n')}\n`, size)).toEqual(lines);
    }),
    { seed: 1 },
  );
});

it('reads Windows line ends, a last line without an end, and nothing at all', async () => {
  expect(await linesOf('one\r\ntwo', 4)).toEqual(['one', 'two']);
  expect(await linesOf('', 4)).toEqual([]);
});

it('does not end a line at a line separator, which JSON may hold unescaped', async () => {
  expect(await linesOf('{"question":"a\u2028b"}\n', 100)).toEqual(['{"question":"a\u2028b"}']);
});

it('reads bytes that are no UTF-8 as replacement signs', async () => {
  expect(await collect(readLines(inChunks(new Uint8Array([0x61, 0xff, 0x0a]), 1)))).toEqual(['a\uFFFD']);
});
