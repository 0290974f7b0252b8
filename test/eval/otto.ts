import type { Assistant } from '../../src/assistant/assistant.ts';
import { plainBlocks } from '../../src/assistant/reply.ts';
import type { Given } from './measure.ts';
import type { EvalQuestion } from './question.ts';

/** Asks Otto a question as a person would, after the question before it where there is one. */
export async function askOtto(assistant: Assistant, { id, q, prev }: EvalQuestion): Promise<Given> {
  const ask = (text: string) =>
    assistant.respond({
      asker: { platform: 'evaluation', id },
      place: { id, kind: 'private' },
      input: { type: 'question', text },
    });
  if (prev !== undefined) await ask(prev);
  const start = performance.now();
  const reply = await ask(q);
  const ms = performance.now() - start;
  return {
    notes: reply.notes.map((note) => note.id),
    refused: reply.kind === 'unknown',
    text: [
      reply.title ?? '',
      plainBlocks(reply.body),
      ...reply.fields.map(({ name, value }) => `${name}: ${value}`),
    ].join('\n'),
    ms,
  };
}
