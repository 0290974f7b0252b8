import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISCORD_LIMITS, renderDiscord } from '../../../src/adapters/discord/index.ts';
import { renderBlocks } from '../../../src/adapters/discord/render/blocks.ts';
import { escapeMarkdown, escapeWithin, shorten } from '../../../src/adapters/discord/render/escape.ts';
import { renderInlines } from '../../../src/adapters/discord/render/inline.ts';
import { plainReply, type Block, type Button, type Inline, type Reply } from '../../../src/assistant/reply.ts';
import { interactionMessage } from '../../wire/discord-server/message-rules.ts';
import { sampleReply } from './scripted-assistant.ts';

const SEED = { seed: 502, numRuns: 150 };

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        '*',
        '_',
        '`',
        '```',
        '|',
        '~',
        '@everyone',
        '<@1>',
        '<#2>',
        '](',
        'https://',
        '\n',
        '- ',
        '# ',
        '1. ',
        ' ',
        'plant',
        '\\',
        '🏭',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
  fc.integer({ min: 1, max: 9000 }).map((length) => 'word '.repeat(Math.ceil(length / 5)).slice(0, length)),
  fc.integer({ min: 1, max: 9000 }).map((length) => '*'.repeat(length)),
);

const { inline } = fc.letrec<{ inline: Inline; inlines: Inline[] }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small' },
    nasty.map((text) => ({ type: 'text', text }) as const),
    nasty.map((text) => ({ type: 'code', text }) as const),
    fc.record({ type: fc.constantFrom('strong' as const, 'emphasis' as const), children: tie('inlines') }),
    fc.record({
      type: fc.constant('link' as const),
      url: fc.webUrl({ validSchemes: ['https'] }),
      children: tie('inlines'),
    }),
  ),
  inlines: fc.array(tie('inline'), { maxLength: 4 }),
}));
const inlines = fc.array(inline, { maxLength: 4 });

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom('paragraph' as const, 'heading' as const), children: inlines }),
  fc.record({ type: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(inlines, { maxLength: 5 }) }),
  fc.record({
    type: fc.constant('table' as const),
    header: fc.array(inlines, { minLength: 2, maxLength: 2 }),
    rows: fc.array(fc.array(inlines, { minLength: 2, maxLength: 2 }), { maxLength: 4 }),
  }),
  fc.record({ type: fc.constant('code' as const), text: nasty }),
);

const button: fc.Arbitrary<Button> = fc.record({
  label: nasty,
  action: fc.record({
    type: fc.constantFrom('note' as const, 'more' as const),
    note: fc.constantFrom('modbus', 'dnp3', 'stuxnet', 'plc'),
  }),
  role: fc.constantFrom('choice' as const, 'more' as const, 'related' as const, 'navigation' as const),
});

const reply: fc.Arbitrary<Reply> = fc
  .record({
    title: fc.option(nasty, { nil: undefined }),
    body: fc.array(block, { maxLength: 6 }),
    fields: fc.array(fc.record({ name: nasty, value: nasty }), { maxLength: 30 }),
    caution: fc.option(
      nasty.map((text) => text.slice(0, 240)),
      { nil: undefined },
    ),
    links: fc.array(fc.record({ title: nasty, url: fc.webUrl({ validSchemes: ['https'] }) }), { maxLength: 8 }),
    buttons: fc.array(button, { maxLength: 40 }),
    reviewed: fc.option(fc.constant('2026-11-22'), { nil: undefined }),
  })
  .map(({ title, caution, reviewed, ...rest }) =>
    plainReply('answer', '', {
      ...rest,
      ...(title !== undefined && { title }),
      ...(caution !== undefined && { caution }),
      ...(reviewed !== undefined && { reviewed }),
    }),
  );

const presentation = fc.record({
  removableBy: fc.option(fc.constant('123456789012345678'), { nil: undefined }),
  origin: fc.option(fc.constant({ type: 'more', note: 'modbus' } as const), { nil: undefined }),
  page: fc.nat(5),
});

const cell = (text: string): readonly Inline[] => [{ type: 'text', text }];
const strong = (text: string): Inline => ({ type: 'strong', children: cell(text) });

const table = (text: string): Block => ({
  type: 'table',
  header: [cell('What'), cell('IT')],
  rows: [[cell('Patching'), cell(text)]],
});

describe('a rendered reply', () => {
  test('is one that Discord takes, whatever is in it', () => {
    fc.assert(
      fc.property(reply, presentation, (each, how) => {
        expect(interactionMessage.safeParse(renderDiscord(each, how)).error?.issues ?? []).toEqual([]);
      }),
      SEED,
    );
  });

  test('shows every word of a long body on one of its pages, and the caution on each', () => {
    const words = Array.from({ length: 3000 }, (_, index) => `word${index}`);
    const long = plainReply('answer', words.join(' '), {
      caution: 'Careful.',
      fields: [{ name: 'Port', value: '502' }],
    });
    const origin = { type: 'more', note: 'modbus' } as const;
    const pages = Array.from(
      { length: 12 },
      (_, page) => renderDiscord(long, { origin, page }).embeds[0]?.description ?? '',
    );
    for (const word of words) expect(pages.some((page) => new RegExp(`\\b${word}\\b`).test(page))).toBe(true);
    expect(pages.every((page) => page.includes('Careful.'))).toBe(true);
  });

  test('that is shortened tells where the rest is, with a way to it', () => {
    const text = 'word '.repeat(2000);
    const { embeds, components } = renderDiscord(sampleReply({ body: plainReply('answer', text).body, buttons: [] }));
    expect(embeds[0]?.description).toContain('“The whole note” shows the rest');
    expect(JSON.stringify(components)).toContain('1:m:modbus');
    expect(renderDiscord(plainReply('list', text)).embeds[0]?.description).toContain('ask for one part');
  });

  test('keeps a short table aligned and turns a wide one into lists', () => {
    expect(renderBlocks([table('monthly')], 4000)[0]?.markdown).toBe(
      '```\nWhat      IT\n─────────────────\nPatching  monthly\n```',
    );
    expect(
      renderBlocks([table('as soon as a patch is out, often within days')], 4000).map(({ markdown }) => markdown),
    ).toEqual(['**Patching**', '- *IT*: as soon as a patch is out, often within days']);
  });
});

describe('text', () => {
  test('shows as it is: no sign of it is left to format, link or mention', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const bare = escapeMarkdown(text).replace(/\\[^\p{L}\p{N}\s]/gu, '·');
        expect(bare).not.toMatch(/[\\*_~`|[\]<>]|:\/\/|@everyone|@here|^\s*[-+#]|^\s*\d+[.)]/m);
      }),
      SEED,
    );
  });

  test('cannot put a mention together from its parts', () => {
    const parts: readonly Inline[] = [
      { type: 'text', text: '@' },
      { type: 'text', text: 'everyone' },
    ];
    expect(renderInlines(parts)).not.toContain('@everyone');
  });

  test('keeps the marks of neighbours apart', () => {
    expect(renderInlines([strong('a'), strong('b'), { type: 'code', text: 'c' }, { type: 'code', text: '`d`' }])).toBe(
      '**a**\u200B**b**\u200B`c`\u200B`ˋdˋ`',
    );
  });

  test('is never torn inside a surrogate pair and never longer than asked', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 2, max: 300 }), (text, limit) => {
        expect(shorten(text, limit).length).toBeLessThanOrEqual(limit);
        expect(shorten(text, limit).isWellFormed()).toBe(text.isWellFormed());
        expect(escapeWithin(text, limit).length).toBeLessThanOrEqual(limit);
      }),
      SEED,
    );
  });
});

test('the limits can’t be changed', () => {
  expect(Object.isFrozen(DISCORD_LIMITS)).toBe(true);
});
