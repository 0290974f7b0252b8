import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { createOttoAssistant } from '../../src/app.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createLog } from '../../src/log.ts';
import { ExpectedNotes, figuresOf, judge, type Outcome } from './measure.ts';
import { askOtto } from './otto.ts';
import { readQuestions } from './question.ts';

/**
 * Measures answers: `npm run eval [-- FILE ...] [--quiet]`. Without a file it reads the project's own questions, and the
 * larger set beside the project when it is there.
 */
const { values, positionals } = parseArgs({
  options: { quiet: { type: 'boolean', default: false }, split: { type: 'string' } },
  allowPositionals: true,
});
const folder = import.meta.dirname;
const files = positionals.length > 0 ? positionals : [resolve(folder, 'questions.jsonl')].filter(existsSync);
const knowledge = await loadKnowledge(resolve(folder, '../../knowledge'), new Date().toISOString().slice(0, 10));
const assistant = createOttoAssistant(knowledge, createLog('error'));
const expectedNotes = new ExpectedNotes(knowledge);

const print = (line: string) => process.stdout.write(`${line}\n`);
const percent = (share: number) => `${(100 * share).toFixed(1)}%`.padStart(8);

for (const file of files) {
  const questions = readQuestions(file).filter(({ split }) => values.split === undefined || split === values.split);
  const within: Outcome[] = [];
  const outside: Outcome[] = [];
  let uncovered = 0;
  for (const question of questions) {
    const expected = expectedNotes.of(question);
    if (question.expect.length > 0 && expected.size === 0) {
      uncovered++;
      continue;
    }
    const outcome = judge(question, await askOtto(assistant, question), expected);
    (question.expect.length > 0 ? within : outside).push(outcome);
  }
  print(`${questions.length} questions, ${uncovered} on topics that no note covers`);
  const groups: readonly (readonly [string, readonly Outcome[]])[] = [
    ['all', within],
    ...[...Map.groupBy(within, ({ question }) => `style ${question.style}`)].toSorted(),
    ...[...Map.groupBy(within, ({ question }) => `kind ${question.kind}`)].toSorted(),
  ];
  print(`${''.padEnd(30)}   count   hit@1   hit@3     MRR   facts  wrong refusals`);
  for (const [name, outcomes] of groups) {
    const figures = figuresOf(outcomes);
    print(
      [
        name.padEnd(30),
        String(figures.questions).padStart(8),
        percent(figures.hit1),
        percent(figures.hit3),
        figures.mrr.toFixed(3).padStart(8),
        percent(figures.facts),
        percent(figures.wrongRefusals),
      ].join(''),
    );
  }
  const answered = outside.filter(({ given }) => !given.refused);
  print(
    `out of domain: ${outside.length}, refused ${percent(1 - answered.length / Math.max(1, outside.length)).trim()}`,
  );
  const times = [...within, ...outside].map(({ given }) => given.ms).toSorted((a, b) => a - b);
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
  print(`time: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
  if (values.quiet) continue;
  for (const { question, given, place } of within.filter((outcome) => outcome.place !== 1)) {
    print(
      `MISS ${question.id} ${question.q} -> ${given.refused ? 'refused' : given.notes.slice(0, 3).join(', ')} (right: ${place || 'none'}; ${question.expect.join(' | ')})`,
    );
  }
  for (const { question, given } of answered)
    print(`WRONG ${question.id} ${question.q} -> ${given.notes.slice(0, 2).join(', ')}`);
  for (const { question, given } of within.filter((outcome) => outcome.place === 1 && !outcome.factsHeld)) {
    print(
      `FACT ${question.id} ${question.q} -> ${question.facts.join(' ')} in: ${given.text.slice(0, 300).replaceAll('\n', ' / ')}`,
    );
  }
}
