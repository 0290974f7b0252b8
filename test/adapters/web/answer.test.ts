import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../src/adapters/web/views/answer.ts';
import { buttonAddress } from '../../../src/adapters/web/views/button.ts';
import { decodeAction } from '../../../src/assistant/action.ts';
import { plainReply } from '../../../src/assistant/reply.ts';
import { anyReply, anyText } from '../arbitrary-reply.ts';
import { htmlFault } from './well-formed.ts';

describe('a reply as HTML', () => {
  it('is well-formed whatever the notes and the question contain', async () => {
    await fc.assert(
      fc.asyncProperty(anyReply, anyText, async (reply, question) => {
        expect(htmlFault(String(await answer(reply, question)))).toBeUndefined();
      }),
      { seed: 1 },
    );
  });

  it('makes links of web addresses only', async () => {
    await fc.assert(
      fc.asyncProperty(anyReply, async (reply) => {
        const addresses = String(await answer(reply, '')).matchAll(/href="([^"]*)"/g);
        for (const [, address] of addresses) expect(address).toMatch(/^(?:https:\/\/|\/notes\/|\/\?)/);
      }),
      { seed: 2 },
    );
  });

  it('has one heading of level 1, even when the reply has no title', async () => {
    const html = String(await answer(plainReply('unknown', 'I do not know that.'), 'x'));
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it('shows the caution before the sections and the sources with their hosts', async () => {
    const reply = plainReply('answer', 'Short.', {
      body: [
        { type: 'paragraph', children: [{ type: 'text', text: 'Short.' }] },
        { type: 'heading', children: [{ type: 'text', text: 'Security' }] },
      ],
      caution: 'Mind the valve.',
      links: [{ title: 'A source', url: 'https://www.example.org/a' }],
      reviewed: '2026-11-22',
    });
    const html = String(await answer(reply, ''));
    expect(html.indexOf('Mind the valve.')).toBeLessThan(html.indexOf('Security'));
    expect(html).toContain('<span class="host">example.org</span>');
    expect(html).toContain('Checked 22 November 2026');
  });
});

describe('the address behind a button', () => {
  it('is the whole note’s own for notes, so that it can be passed on', () => {
    expect(buttonAddress({ action: { type: 'note', note: 'modbus' } }, { question: 'q' })).toBe('/notes/modbus');
    expect(buttonAddress({ action: { type: 'more', note: 'modbus' } }, { question: 'q' })).toBe('/notes/modbus');
  });

  it('carries the action and the question otherwise', () => {
    const address = new URL(
      buttonAddress({ action: { type: 'next', note: 'modbus' } }, { question: 'a & b' }),
      'http://otto',
    );
    expect(address.searchParams.get('q')).toBe('a & b');
    expect(decodeAction(address.searchParams.get('a') ?? '')).toEqual({ type: 'next', note: 'modbus' });
  });
});
