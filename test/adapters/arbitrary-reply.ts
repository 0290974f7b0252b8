import * as fc from 'fast-check';
import type { Block, Button, Inline, Reply } from '../../src/assistant/reply.ts';

/** Text as people and notes may have it: markup signs, control characters, emoji, marks that turn the direction. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '<b>&"\'',
    '</script><script>alert(1)</script>',
    '\u001B[2J',
    'a\u202Eb',
    '**x** _y_ `z`',
    '👩‍🔧 वि',
    '',
  ),
);

const link = fc.record({
  title: anyText,
  url: fc.constantFrom('https://example.org/?a=1&b="2"', 'javascript:alert(1)', 'https://'),
});

const inline: fc.Arbitrary<Inline> = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constantFrom('text', 'code'), text: anyText }) as fc.Arbitrary<Inline>,
    fc.record({
      type: fc.constantFrom('strong', 'emphasis'),
      children: fc.array(tie('inline'), { maxLength: 3 }),
    }) as fc.Arbitrary<Inline>,
    fc.record({
      type: fc.constant('link'),
      url: fc.constantFrom('https://example.org/?a=1&b="2"', 'javascript:alert(1)'),
      children: fc.array(tie('inline'), { maxLength: 3 }),
    }) as fc.Arbitrary<Inline>,
  ),
})).inline;

const inlines = fc.array(inline, { maxLength: 4 });

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom('paragraph' as const, 'heading' as const), children: inlines }),
  fc.record({ type: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(inlines, { maxLength: 4 }) }),
  fc.record({
    type: fc.constant('table' as const),
    header: fc.array(inlines, { minLength: 1, maxLength: 3 }),
    rows: fc.array(fc.array(inlines, { maxLength: 3 }), { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('code' as const), text: anyText }),
);

const button: fc.Arbitrary<Button> = fc.record({
  label: anyText,
  action: fc.constantFrom<Button['action']>(
    { type: 'note', note: 'modbus' },
    { type: 'note', note: 'modbus', aspect: 'security' },
    { type: 'more', note: 'modbus' },
    { type: 'next', note: 'modbus' },
    { type: 'list', query: { kind: 'protocol' }, page: 1 },
  ),
  role: fc.constantFrom('choice', 'more', 'related', 'navigation'),
});

/** Any reply that keeps to the contract, however odd its texts are. */
export const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    kind: fc.constantFrom('answer', 'choices', 'list', 'comparison', 'unknown'),
    title: anyText,
    body: fc.array(block, { maxLength: 5 }),
    fields: fc.array(fc.record({ name: anyText, value: anyText }), { maxLength: 4 }),
    caution: anyText,
    links: fc.array(link, { maxLength: 3 }),
    buttons: fc.array(button, { maxLength: 5 }),
    notes: fc.constant([{ id: 'modbus', kind: 'protocol', title: 'Modbus', aliases: [] }]),
    reviewed: fc.constant('2026-11-22'),
    audience: fc.constantFrom('everyone', 'asker'),
  },
  { requiredKeys: ['kind', 'body', 'fields', 'links', 'buttons', 'notes', 'audience'] },
);
