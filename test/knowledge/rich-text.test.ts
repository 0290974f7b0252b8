import { expect, test } from 'vitest';
import fc from 'fast-check';
import { parseSections, plainBlocks, UnsupportedMarkdown } from '../../src/knowledge/rich-text.ts';

test('paragraphs, lists, tables, code, links, strong and emphasis all survive', () => {
  const [section] = parseSections(
    '## Heading\n\nSee **this** and *that*, `code` and [a page](https://example.org/a?b=1&c=2).\n\n1. one\n2. two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```\nx < y\n```\n',
  );
  expect(section?.heading).toBe('Heading');
  expect(section?.blocks.map(({ type }) => type)).toEqual(['paragraph', 'list', 'table', 'code']);
  expect(plainBlocks(section?.blocks ?? [])).toBe('See this and that, code and a page.\none\ntwo\na b\n1 2\nx < y');
});

test('signs that Markdown writes as entities are read as the signs themselves', () => {
  const [section] = parseSections('## H\n\nif a < b && c > "d" it\'s fine\n');
  expect(plainBlocks(section?.blocks ?? [])).toBe('if a < b && c > "d" it\'s fine');
});

test.each([
  ['an image', '## H\n\n![x](https://example.org/x.png)'],
  ['raw HTML', '## H\n\n<script>alert(1)</script>'],
  ['a link that is not https', '## H\n\n[x](javascript:alert(1))'],
  ['a deeper heading', '## H\n\n### Deeper\n\ntext'],
  ['text before the first heading', 'text\n\n## H\n\nmore'],
  ['a quotation', '## H\n\n> quoted'],
])('%s is refused, because not every platform can show it', (_what, markdown) => {
  expect(() => parseSections(markdown)).toThrow(UnsupportedMarkdown);
});

test('any text is either read or refused with a line, never a crash', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      try {
        parseSections(`## H\n\n${text}\n`);
      } catch (error) {
        expect(error).toBeInstanceOf(UnsupportedMarkdown);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

const FENCE = '## F\n\n```\nx\n```\n\n';
const FENCE_LINES = 6;

/** What the Markdown parser makes of sections, which it must read whole when there is a fence before them. */
function parsedWhole(markdown: string) {
  return parseSections(FENCE + markdown)
    .slice(1)
    .map((section) => ({ ...section, line: section.line - FENCE_LINES }));
}

const MARKUP_WORDS = [
  ...'Modbus a 502 1. 2) - + * **b** x_y_z (so "said" end. ! = --- === # > ~ | é : \\'.split(' '),
  'is it?',
  'https://example.org',
  'www.example.org',
  'a@b.org',
];

test('plain sections are read as the Markdown parser reads them', () => {
  const line = fc
    .array(fc.constantFrom(...MARKUP_WORDS), { minLength: 1, maxLength: 5 })
    .map((words) => words.join(' '));
  const begin = fc.constantFrom('', '', '', '- ', '- ', '  ', '   ', '    ', '## ', '1. ', '* ');
  const end = fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\n\n\n', ' \n', '  \n', '\n \n', '\r\n', '\u00a0\n');
  const text = fc.array(fc.tuple(begin, line, end), { maxLength: 8 }).map((lines) => lines.flat().join(''));
  fc.assert(
    fc.property(text, (body) => {
      const read = (parse: (markdown: string) => unknown) => {
        try {
          return parse(`## H\n\n${body}`);
        } catch (error) {
          if (error instanceof UnsupportedMarkdown) return error.message;
          throw error;
        }
      };
      expect(read(parseSections)).toEqual(read(parsedWhole));
    }),
    { seed: 1, numRuns: 3000 },
  );
});
