import { parseArgs } from 'node:util';
import { checkKnowledge, checkWriting } from '../knowledge/check.ts';
import { ConfigError } from '../config.ts';
import { describeFault } from '../knowledge/fault.ts';
import { readKnowledge } from '../knowledge/load.ts';
import { staleNotes } from '../knowledge/stale.ts';
import { statistics } from '../knowledge/statistics.ts';
import type { CommandLine } from './command-line.ts';

/**
 * `check [--stats] [--stale DAYS] [FILE ...]`: reads the whole knowledge folder and prints every fault as
 * `file:line: message`, or only those of the files whose paths contain one of the given texts. `--stale` lists the notes
 * that were last checked more than so many days ago, oldest first.
 *
 * @returns 0 when there is no fault to print, 1 otherwise
 */
export async function check(args: readonly string[], { knowledgeFolder, today, print }: CommandLine): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { stats: { type: 'boolean', default: false }, stale: { type: 'string' } },
    allowPositionals: true,
  });
  const reading = await readKnowledge(knowledgeFolder);
  const faults = [...checkKnowledge(reading, today()), ...checkWriting(reading)].filter(
    ({ file }) => positionals.length === 0 || positionals.some((part) => file.includes(part)),
  );
  for (const fault of faults) print(describeFault(fault));
  if (values.stale !== undefined) for (const line of staleNotes(reading, today(), daysIn(values.stale))) print(line);
  if (values.stats) for (const line of statistics(reading)) print(line);
  if (faults.length === 0) print(`${reading.notes.length} notes, no faults`);
  else print(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${reading.notes.length} readable notes`);
  return faults.length === 0 ? 0 : 1;
}

function daysIn(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new ConfigError(`--stale "${text}", expected a number of days such as 365.`);
}
