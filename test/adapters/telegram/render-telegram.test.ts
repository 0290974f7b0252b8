import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderTelegram, TELEGRAM_CAPABILITIES } from '../../../src/adapters/telegram/index.ts';
import { renderSingle } from '../../../src/adapters/telegram/render/render-telegram.ts';
import { decodeAction } from '../../../src/assistant/action.ts';
import { plainReply, type Block, type Button, type Inline, type Reply } from '../../../src/assistant/reply.ts';
import { messageText } from '../../wire/telegram-server/message-text.ts';
import { inlineKeyboard } from '../../wire/telegram-server/reply-markup.ts';
import { LONG_REPLY, MODBUS_REPLY } from './scripted-assistant.ts';

const html = (body: readonly Block[]) =>
  renderTelegram(plainReply('answer', '', { body })).map((message) => message.html);
const text = (content: string): Inline => ({ type: 'text', text: content });

const noteButton = (label: string, role: Button['role']): Button => ({
  label,
  role,
  action: { type: 'note', note: 'modbus' },
});

test('rich text becomes the nearest thing that Telegram shows', () => {
  expect(
    html([
      { type: 'heading', children: [text('Why & how')] },
      {
        type: 'paragraph',
        children: [
          text('a '),
          { type: 'strong', children: [text('b '), { type: 'emphasis', children: [text('c')] }] },
          { type: 'code', text: 'x < y' },
          { type: 'link', url: 'https://example.org/?a="b"&c', children: [{ type: 'code', text: 'link' }] },
        ],
      },
      { type: 'list', ordered: true, items: [[text('one')], [text('two')]] },
      { type: 'list', ordered: false, items: [[text('three')]] },
      { type: 'code', text: 'if (a < b)\n  stop' },
    ]),
  ).toEqual([
    '<b>Why &amp; how</b>\n\na <b>b </b><b><i>c</i></b><code>x &lt; y</code><a href="https://example.org/?a=&quot;b&quot;&amp;c">link</a>\n\n' +
      '1. one\n2. two\n\n• three\n\n<pre>if (a &lt; b)\n  stop</pre>',
  ]);
});

test('a table becomes one record a row', () => {
  expect(
    html([
      {
        type: 'table',
        header: [[], [text('IT')], [text('OT')]],
        rows: [[[text('Lifetime')], [text('4 years')], [text('20 years')]]],
      },
    ]),
  ).toEqual(['<b>Lifetime</b>\nIT: 4 years\nOT: 20 years']);
});

test('choices stand one below the other, short related notes side by side', () => {
  const [message] = renderTelegram({
    ...MODBUS_REPLY,
    buttons: [
      noteButton('One', 'choice'),
      noteButton('Two', 'choice'),
      noteButton('DNP3', 'related'),
      noteButton('OPC UA', 'related'),
      noteButton('A note with quite a long title', 'related'),
      noteButton('x'.repeat(100), 'related'),
    ],
  });
  expect(message?.keyboard.map((row) => row.map((each) => each.text.length))).toEqual([[3], [3], [4, 6], [30], [64]]);
});

test('a reply that must be one message loses its last blocks, never its caution, sources or buttons', () => {
  const { message, shortened } = renderSingle(LONG_REPLY);
  expect(shortened).toBe(true);
  expect(message.plain).toMatch(/^Modbus\n\nParagraph 0\..*Caution: Do not scan a running plant\..*Sources/s);
  expect(message.keyboard).toHaveLength(1);
  expect(renderSingle(MODBUS_REPLY)).toMatchObject({ shortened: false });
  expect(renderSingle(plainReply('answer', 'word '.repeat(2000))).message.plain).not.toBe('');
});

/** Any text, half characters and control characters included. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom('<b>', '</i>', '&amp;', '&', '"', '<a href="x">', '\n\n', ' ', 'word '.repeat(300), 'x'.repeat(5000)),
);

const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    fc.record({ type: fc.constant('text' as const), text: anyText }),
    fc.record({ type: fc.constant('code' as const), text: anyText }),
    fc.record({
      type: fc.constantFrom('strong' as const, 'emphasis' as const),
      children: fc.array(tie('inline'), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('link' as const),
      url: fc.webUrl(),
      children: fc.array(tie('inline'), { maxLength: 2 }),
    }),
  ),
}));
const inlines = fc.array(inline, { maxLength: 3 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom('paragraph' as const, 'heading' as const), children: inlines }),
  fc.record({ type: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(inlines, { maxLength: 3 }) }),
  fc.record({ type: fc.constant('code' as const), text: anyText }),
  fc.record({
    type: fc.constant('table' as const),
    header: fc.array(inlines, { maxLength: 3 }),
    rows: fc.array(fc.array(inlines, { maxLength: 3 }), { maxLength: 2 }),
  }),
);
const button: fc.Arbitrary<Button> = fc.record({
  label: anyText,
  role: fc.constantFrom('choice', 'more', 'related', 'navigation'),
  action: fc.record({
    type: fc.constantFrom('more' as const, 'next' as const),
    note: fc.constantFrom('modbus', 'a'.repeat(40)),
  }),
});
const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    kind: fc.constant('answer' as const),
    title: anyText,
    body: fc.array(block, { maxLength: 5 }),
    fields: fc.array(fc.record({ name: anyText, value: anyText }), { maxLength: 3 }),
    caution: anyText,
    links: fc.array(fc.record({ title: anyText, url: fc.webUrl() }), { maxLength: 3 }),
    buttons: fc.array(button, { maxLength: 5 }),
    notes: fc.constant([]),
    audience: fc.constant('everyone' as const),
  },
  { requiredKeys: ['kind', 'body', 'fields', 'links', 'buttons', 'notes', 'audience'] },
);

test('whatever a reply contains, Telegram takes every message of it, and the buttons are under the last', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const messages = renderTelegram(reply);
      expect(messages.length).toBeGreaterThan(0);
      messages.forEach((message, index) => {
        const seen = messageText(message.html, 'HTML');
        expect(seen.text).toBe(message.plain.trim());
        expect(message.plain.length).toBeLessThanOrEqual(TELEGRAM_CAPABILITIES.maxTextLength);
        expect(message.keyboard.flat()).toHaveLength(index === messages.length - 1 ? reply.buttons.length : 0);
        inlineKeyboard({ inline_keyboard: message.keyboard });
        for (const each of message.keyboard.flat()) {
          expect('callback_data' in each && decodeAction(each.callback_data)).toBeTruthy();
          expect(each.text.length).toBeLessThanOrEqual(TELEGRAM_CAPABILITIES.maxButtonLabel);
        }
      });
    }),
    { seed: 1, numRuns: 300 },
  );
});

const printable = (part: string) => part.replace(/[\s\p{C}\p{Z}]/gu, '');

test('whatever a reply contains, nothing of its text is lost between the messages', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 3000 }), { maxLength: 4 }), (paragraphs) => {
      const body = paragraphs.map((paragraph): Block => ({ type: 'paragraph', children: [text(paragraph)] }));
      const messages = renderTelegram(plainReply('answer', '', { body }));
      const sent = printable(messages.map(({ plain }) => plain).join(''));
      expect(sent === '…' ? '' : sent).toBe(printable(paragraphs.join('')));
    }),
    { seed: 1 },
  );
});
