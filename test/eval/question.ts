import { readFileSync } from 'node:fs';
import * as z from 'zod';

const schema = z.object({
  id: z.string(),
  q: z.string(),
  /** Names of the topics that answer it; a question outside the field has none. */
  expect: z.array(z.string()).default([]),
  /** What the answer's text must hold: a plain text, or a pattern as `/pattern/flags`. */
  facts: z.array(z.string()).default([]),
  kind: z.string().default('out of domain'),
  style: z.string().default('out of domain'),
  /** The question asked before it in the same conversation. */
  prev: z.string().optional(),
  /** `tune`: may be looked at while thresholds are set; `held`: kept for judging only. */
  split: z.enum(['tune', 'held']).default('tune'),
});

/** A question to measure answers with. */
export type EvalQuestion = z.output<typeof schema>;

/** Reads questions from a file with one JSON object a line. */
export function readQuestions(file: string): readonly EvalQuestion[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

/** Whether a text holds a fact. */
export function holdsFact(text: string, fact: string): boolean {
  const pattern = /^\/(.*)\/([a-z]*)$/s.exec(fact);
  if (pattern) return new RegExp(pattern[1] ?? '', pattern[2]).test(text);
  return text.toLowerCase().includes(fact.toLowerCase());
}
