import { runAsk } from '../adapters/terminal/index.ts';
import type { CommandLine } from './command-line.ts';
import { openAssistant, typedIn } from './open-assistant.ts';

/**
 * `quiz [TOPIC] [LEVEL] [COUNT]`: a conversation that begins with a quiz, on a terminal or in a pipe.
 *
 * @returns 0 when it was left
 */
export async function quiz(args: readonly string[], context: CommandLine): Promise<number> {
  const { assistant, close } = await openAssistant(context);
  await runAsk({
    assistant,
    opening: ['/quiz', ...args].join(' '),
    folder: typedIn(context),
    json: false,
    input: process.stdin,
    output: process.stdout,
    environment: context.environment,
    now: () => performance.now(),
  });
  await close();
  return 0;
}
