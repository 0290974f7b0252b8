import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { renderChart } from './chart.ts';
import { CONTESTANTS } from './contestants.ts';
import { today } from './knowledge-folder.ts';
import { slowestP99, type Measurement } from './measurement.ts';
import { renderReport } from './report.ts';
import { runContestant } from './run-contestant.ts';
import { measureShipped } from './shipped-measurement.ts';

/**
 * Measures speed and growth: `npm run bench [-- [--sizes 300,1000] [--out FOLDER]]`. Without options it measures every
 * size and writes `docs/bench.md` and `docs/bench.svg`, which takes about half an hour.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '300,1000,10000,100000' },
    out: { type: 'string', default: resolve(import.meta.dirname, '../../docs') },
  },
});
const sizes = values.sizes.split(',').map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
  throw new Error(`--sizes is "${values.sizes}", expected whole numbers above 0 with commas between them`);
}
const print = (line: string) => process.stdout.write(`${line}\n`);

print('the shipped notes');
const shipped = await measureShipped();
const measurements: Measurement[] = [];
for (const size of sizes) {
  for (const name of CONTESTANTS) {
    const measured = await runContestant(name, size);
    measurements.push(measured);
    const p99 = slowestP99(measured);
    print(`${size} notes, ${name}: ${measured.ended ?? `slowest p99 ${p99?.toFixed(1)} ms`}`);
  }
}
await writeFile(
  resolve(values.out, 'bench.md'),
  renderReport({ command: 'npm run bench', day: today(), measurements, shipped }),
);
await writeFile(resolve(values.out, 'bench.svg'), renderChart(measurements));
print(`written: ${values.out}/bench.md, bench.svg`);
