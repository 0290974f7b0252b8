import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN, printable, renderAnswer, renderPlainText } from '../../src/adapters/plain-text.ts';
import { displayWidth } from '../../src/adapters/wrap-text.ts';
import { plainReply, type Block, type Reply } from '../../src/assistant/reply.ts';
import { anyReply } from './arbitrary-reply.ts';

const text = (value: string) => ({ type: 'text', text: value }) as const;

const narrow = { ...PLAIN, columns: 40 };

const TABLE: Block = {
  type: 'table',
  header: [[], [text('Modbus')], [text('DNP3')]],
  rows: [[[text('Port')], [text('TCP 502')], [text('TCP 20000')]]],
};

const MODBUS: Reply = plainReply('answer', 'Modbus uses TCP 502.', {
  title: 'Modbus',
  fields: [
    { name: 'Port', value: 'TCP 502' },
    { name: 'Owner', value: 'Modbus Organization' },
  ],
  caution: 'Never write to a live controller.',
  links: [{ title: 'Modbus Organization: Modbus', url: 'https://www.modbus.org/' }],
  buttons: [
    { label: 'More', action: { type: 'more', note: 'modbus' }, role: 'more' },
    { label: 'DNP3', action: { type: 'note', note: 'dnp3' }, role: 'related' },
  ],
  reviewed: '2026-11-22',
});

describe('a reply as plain text', () => {
  it('has the answer, its facts, the caution, the sources and what to read next, in that order', () => {
    expect(renderPlainText(MODBUS)).toBe(`Modbus

Modbus uses TCP 502.

Port   TCP 502
Owner  Modbus Organization

Caution: Never write to a live controller.

Sources
- Modbus Organization: Modbus
  https://www.modbus.org/
Checked 22 November 2026

See also: DNP3`);
  });

  it('puts facts and caution before the sections of a long note', () => {
    const heading: Block = { type: 'heading', children: [text('Security')] };
    const rendered = renderAnswer({ ...MODBUS, body: [...MODBUS.body, heading, ...MODBUS.body] }, PLAIN);
    expect(rendered.indexOf('Caution:')).toBeLessThan(rendered.indexOf('Security'));
  });

  it('lists the choices that the reader is asked to make', () => {
    const choices = plainReply('choices', 'Which one?', {
      buttons: [{ label: 'Modbus', action: { type: 'note', note: 'modbus' }, role: 'choice' }],
    });
    expect(renderPlainText(choices)).toBe('Which one?\n\n- Modbus');
  });

  it('aligns a table that fits', () => {
    expect(renderAnswer({ ...plainReply('comparison', ''), body: [TABLE] }, PLAIN)).toBe(
      '      Modbus   DNP3\nPort  TCP 502  TCP 20000',
    );
  });

  it('tells a table that does not fit row by row, with each column named', () => {
    const rendered = renderAnswer({ ...plainReply('comparison', ''), body: [TABLE] }, { ...PLAIN, columns: 20 });
    expect(rendered).toBe('Port\n  Modbus: TCP 502\n  DNP3: TCP 20000');
  });

  it('names the address of a link behind its text', () => {
    const linked: Block = {
      type: 'paragraph',
      children: [{ type: 'link', url: 'https://a.example/', children: [text('A')] }],
    };
    expect(renderAnswer({ ...plainReply('answer', ''), body: [linked] }, PLAIN)).toBe('A (https://a.example/)');
  });

  it('never lets a text steer the terminal or turn the reading direction', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        expect(renderPlainText(reply).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      }),
      { seed: 1 },
    );
  });

  it('shows every title, value, caution and choice whole', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const rendered = renderPlainText(reply);
        const choices = reply.buttons.filter(({ role }) => role === 'choice').map(({ label }) => label);
        const values = reply.fields.map(({ value }) => value);
        for (const text of [reply.title ?? '', reply.caution ?? '', ...values, ...choices]) {
          expect(rendered).toContain(printable(text));
        }
      }),
      { seed: 2 },
    );
  });

  it('keeps every line within the columns unless one word is longer', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), (words) => {
        const reply = plainReply('answer', words, { fields: [{ name: 'Name', value: words }], caution: words });
        for (const line of renderAnswer(reply, narrow).split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(40);
      }),
      { seed: 3 },
    );
  });
});

describe('the width of a text', () => {
  it.each([
    ['plain', 5],
    ['\u001B[1mbold\u001B[22m', 4],
    ['漢字', 4],
    ['👩‍🔧', 2],
    ['e\u0301', 1],
  ])('of %j is %i columns', (value, width) => {
    expect(displayWidth(value)).toBe(width);
  });
});
