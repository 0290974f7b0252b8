import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runAsk } from '../adapters/terminal/index.ts';
import { createOttoAssistant, loadIndexed } from '../app.ts';
import { ConfigError, readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { createQuiz } from '../open-quiz.ts';
import type { CommandLine } from './command-line.ts';

/**
 * `ask [--json [--explain]] [QUESTION ...]`: answers the question, or every line of standard input, or talks with whoever sits at the
 * terminal.
 *
 * @returns 0, whether or not Otto knew an answer
 * @throws {ConfigError} for an unknown option
 */
export async function ask(
  args: readonly string[],
  { knowledgeFolder, cacheFolder, dataFolder, today, environment }: CommandLine,
): Promise<number> {
  const { json, explain, question } = readArguments(args);
  // Only faults are logged here: anything else would stand between question and answer.
  const log = createLog('error');
  const { knowledge, made, keep } = await loadIndexed({ knowledgeFolder, cacheFolder, today: today() });
  const { database = { type: 'sqlite', file: join(dataFolder, 'otto.db') } } = readConfig(environment);
  const quiz = createQuiz(knowledge, database, log);
  const assistant = createOttoAssistant(knowledge, log, { tables: made, quiz });
  await runAsk({
    assistant,
    ...(question !== '' && { question }),
    json,
    ...(explain && { explain: assistant.explain }),
    input: process.stdin,
    output: process.stdout,
    environment,
    now: () => performance.now(),
  });
  await quiz.close();
  await keep();
  return 0;
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, explain: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (values.explain && !values.json) throw new ConfigError('--explain goes with --json.');
    return { json: values.json, explain: values.explain, question: positionals.join(' ').trim() };
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const reason = error instanceof Error ? error.message : 'unreadable arguments';
    throw new ConfigError(`${reason}\nExpected: ask [--json [--explain]] [QUESTION ...]`, { cause: error });
  }
}
