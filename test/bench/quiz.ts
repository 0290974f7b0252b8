import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { testPool } from '../fixtures/quiz.ts';
import { startPostgres } from '../fixtures/postgres-server.ts';
import { today } from './knowledge-folder.ts';
import { offerAnswers, type LoadResult } from './quiz-load.ts';

/**
 * Offers answers to the quiz on SQLite and on PostgreSQL: `npm run bench:quiz [-- [--rate 500] [--seconds 20] [--runs 3]
 * [--out FOLDER]]`. Writes `docs/bench-quiz.md` with the run of median p99 of each.
 */
const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '20' },
    runs: { type: 'string', default: '3' },
    out: { type: 'string', default: resolve(import.meta.dirname, '../../docs') },
  },
});
const [rate = 0, seconds = 0, runs = 0] = [values.rate, values.seconds, values.runs].map(Number);
const load = { rate, seconds, learners: 1500 };
const pool = testPool(700);
const folder = await mkdtemp(join(tmpdir(), 'otto-bench-'));
const server = await startPostgres();
const measured = { SQLite: [] as LoadResult[], PostgreSQL: [] as LoadResult[] };
try {
  for (let run = 1; run <= runs; run += 1) {
    measured.SQLite.push(await offerAnswers({ type: 'sqlite', file: join(folder, `run${run}.db`) }, pool, load));
    const url = await server.createDatabase(`run${run}`);
    measured.PostgreSQL.push(await offerAnswers({ type: 'postgres', url }, pool, load));
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
const rows = Object.entries(measured).map(([name, results]) => {
  const median = results.toSorted((a, b) => a.p99 - b.p99)[Math.floor(results.length / 2)];
  if (!median) throw new Error('--runs must be 1 at least');
  const all = results.map(({ p99 }) => p99.toFixed(0)).join(', ');
  return `| ${name} | ${rate} | ${median.achieved.toFixed(0)} | ${median.p50.toFixed(1)} | ${median.p99.toFixed(1)} | ${all} |`;
});
const report = `# How many answers the quiz takes

\`npm run bench:quiz\`, ${today()}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}.

Learners in quizzes of 20 questions answer at a fixed rate for ${seconds} seconds, whether or not the answers before were
acknowledged. An answer's time runs from when it was due, so waiting counts. Load, database and Otto share the machine.
Every acknowledged answer is on the disk: SQLite with \`synchronous = FULL\`, PostgreSQL with \`fsync\` as it comes.

| database | offered a second | taken a second | p50 ms | p99 ms | p99 of each run |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

The row is the run of median p99. Answers that arrive while others are being committed share the next commit
(\`src/quiz/gather.ts\`): the more come, the less each costs.
`;
await writeFile(join(values.out, 'bench-quiz.md'), report);
process.stdout.write(report);
