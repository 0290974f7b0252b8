import { parseArgs } from 'node:util';
import { runAsk } from '../adapters/terminal/index.ts';
import { ConfigError } from '../config.ts';
import type { CommandLine } from './command-line.ts';
import { openAssistant, typedIn } from './open-assistant.ts';

/**
 * `ask [--json [--explain]] [QUESTION ...]`: answers the question, or every line of standard input, or talks with whoever sits at the
 * terminal.
 *
 * @returns 0, whether or not Otto knew an answer
 * @throws {ConfigError} for an unknown option
 */
export async function ask(args: readonly string[], context: CommandLine): Promise<number> {
  const { json, explain, question } = readArguments(args);
  const { assistant, close } = await openAssistant(context);
  await runAsk({
    assistant,
    ...(question !== '' && { question }),
    json,
    ...(explain && { explain: assistant.explain }),
    input: process.stdin,
    output: process.stdout,
    folder: typedIn(context),
    environment: context.environment,
    now: () => performance.now(),
  });
  await close();
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
