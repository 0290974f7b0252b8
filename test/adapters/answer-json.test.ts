import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { toJson } from '../../src/adapters/answer-json.ts';
import { plainReply } from '../../src/assistant/reply.ts';
import { anyReply } from './arbitrary-reply.ts';

it('carries exactly the documented members, whatever the reply holds', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const json = toJson('a question', reply, 1.23456);
      expect(Object.keys(json)).toEqual(['question', 'kind', 'notes', 'text', 'links', 'ms']);
      expect(json.notes.map((note) => Object.keys(note))).toEqual([['id', 'kind', 'title', 'aliases']]);
      expect(json.ms).toBe(1.23);
    }),
    { seed: 1 },
  );
});

it('carries files only when there are some', () => {
  const files = [{ name: 'a.txt', mediaType: 'text/plain', content: 'x' }];
  expect(toJson('q', plainReply('quiz', '', { attachments: files }), 0).attachments).toEqual(files);
});

it('leaves sources to their own member and tells choices in the text', () => {
  const reply = plainReply('choices', 'Which one?', {
    links: [{ title: 'A source', url: 'https://a.example/' }],
    buttons: [{ label: 'Modbus', action: { type: 'note', note: 'modbus' }, role: 'choice' }],
  });
  expect(toJson('q', reply, 0)).toMatchObject({
    text: 'Which one?\n\n- Modbus',
    links: [{ title: 'A source', url: 'https://a.example/' }],
  });
});
