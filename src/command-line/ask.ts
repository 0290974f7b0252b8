import { parseArgs } from 'node:util';
import { runAsk } from '../adapters/terminal/index.ts';
import { createOttoAssistant } from '../app.ts';
import { ConfigError } from '../config.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { createLog } from '../log.ts';
import type { CommandLine } from './command-line.ts';

/**
 * `ask [--json] [QUESTION ...]`: answers the question, or every line of standard input, or talks with whoever sits at the
 * terminal.
 *
 * @returns 0, whether or not Otto knew an answer
 * @throws {ConfigError} for an unknown option
 */
export async function ask(
  args: readonly string[],
  { knowledgeFolder, today, environment }: CommandLine,
): Promise<number> {
  const { json, question } = readArguments(args);
  // Only faults are logged here: anything else would stand between question and answer.
  const assistant = createOttoAssistant(await loadKnowledge(knowledgeFolder, today()), createLog('error'));
  await runAsk({
    assistant,
    ...(question !== '' && { question }),
    json,
    input: process.stdin,
    output: process.stdout,
    environment,
    now: () => performance.now(),
  });
  return 0;
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    return { json: values.json, question: positionals.join(' ').trim() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable arguments';
    throw new ConfigError(`${reason}\nExpected: ask [--json] [QUESTION ...]`, { cause: error });
  }
}
