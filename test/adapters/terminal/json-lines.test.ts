import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerJsonLines, parseLine, toLine } from '../../../src/adapters/terminal/json-lines.ts';
import { plainReply } from '../../../src/assistant/reply.ts';
import { scriptedAssistant } from '../scripted-assistant.ts';

describe('a line of the input', () => {
  it.each([
    ['what is modbus', { question: 'what is modbus' }],
    ['  "quoted" question ', { question: '"quoted" question' }],
    ['{"question":"x"}', { question: 'x' }],
    ['{"question":"x","conversation":null}', { question: 'x' }],
    ['{"question":"x","conversation":"c"}', { question: 'x', conversation: 'c' }],
    ['{"question":"x","conversation":7}', { question: 'x', conversation: '7' }],
  ])('%s is a request', (line, request) => {
    expect(parseLine(line)).toEqual(request);
  });

  it.each([
    ['{bad', /^malformed JSON \(.*\), expected plain text or/],
    ['{"question":5}', /^no text in "question"/],
    ['{}', /^no text in "question"/],
    ['{"question":"x","conversation":{}}', /^"conversation" is neither/],
  ])('%s is a fault that is told', (line, error) => {
    expect(parseLine(line)).toMatchObject({ error: expect.stringMatching(error) });
  });
});

async function answersTo(lines: readonly string[]) {
  const assistant = scriptedAssistant(({ input }) =>
    plainReply('answer', input.type === 'question' ? input.text : input.type),
  );
  let output = '';
  async function* source() {
    yield* lines;
  }
  await answerJsonLines(source(), { assistant, now: () => 0, write: async (text) => void (output += text) });
  return { assistant, output };
}

describe('the answers', () => {
  it('are one JSON object a line, in order, with faults in their places', async () => {
    const { output } = await answersTo(['first', '', '{bad', '{"question":"third"}']);
    const objects = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(objects).toMatchObject([
      { question: 'first', kind: 'answer', text: 'first' },
      { question: '{bad', error: expect.any(String) },
      { question: 'third', text: 'third' },
    ]);
  });

  it('of one conversation follow on each other, all others stand alone', async () => {
    const { assistant } = await answersTo([
      '{"question":"a","conversation":"c"}',
      'b',
      '{"question":"d","conversation":"c"}',
      '{"question":"e","conversation":"line-2"}',
    ]);
    const [a, b, d, e] = assistant.requests.map(({ place }) => place.id);
    expect(a).toBe(d);
    expect(new Set([a, b, e]).size).toBe(3);
  });

  it('stay one line and the same text for every reader, whatever they contain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = toLine({ text });
        expect(line).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
        expect(JSON.parse(line)).toEqual({ text });
      }),
      { seed: 1, examples: [['\u2028\u2029\u0085\n']] },
    );
  });
});
