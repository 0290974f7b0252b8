import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createOttoAssistant } from '../../src/app.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createLog } from '../../src/log.ts';
import { measure, type Given } from './measure.ts';
import { askOtto } from './otto.ts';
import { readQuestions } from './question.ts';
import { details, summaryLine, SUMMARY_HEADER, table } from './report.ts';
import { flatten, RIVALS } from './rivals.ts';

/**
 * Measures answers: `npm run eval [-- [--split tune|held] [--rivals] [--misses] [FILE ...]]`. Without a file it reads the
 * project's own questions and, where there is one, a larger set that lies beside the project. `--rivals` measures what a user would pick instead over the same notes in the same run.
 */
const { values, positionals } = parseArgs({
  options: {
    split: { type: 'string' },
    rivals: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const folder = import.meta.dirname;
const print = (line: string) => process.stdout.write(`${line}\n`);
const today = new Date().toISOString().slice(0, 10);
const knowledge = await loadKnowledge(
  resolve(process.env['OTTO_KNOWLEDGE'] || resolve(folder, '../../knowledge')),
  today,
);
const otto = createOttoAssistant(knowledge, createLog('error'));

const own = [resolve(folder, 'questions.jsonl'), resolve(folder, '../../../shared/questions/dev.jsonl')];
for (const file of positionals.length > 0 ? positionals : own.filter((path) => existsSync(path))) {
  const questions = readQuestions(file).filter(({ split }) => values.split === undefined || split === values.split);
  const outcomes = await measure(questions, knowledge.notes, (question) => askOtto(otto, question));
  print(`${questions.length} questions, ${questions.length - outcomes.length} of them on topics that no note covers\n`);
  for (const line of table(outcomes)) print(line);
  if (values.misses) for (const line of details(outcomes)) print(line);
  if (!values.rivals) continue;
  print(`\n${SUMMARY_HEADER}`);
  print(summaryLine('Otto', outcomes));
  const flat = [...knowledge.notes.values()].map(flatten);
  for (const make of Object.values(RIVALS)) {
    const rival = await make(flat);
    const asked = await measure(questions, knowledge.notes, async ({ q }): Promise<Given> => {
      const start = performance.now();
      const notes = await rival.search(q, 10);
      return { notes, refused: notes.length === 0, text: '', ms: performance.now() - start };
    });
    print(summaryLine(rival.name, asked));
  }
}
