import { join } from 'node:path';
import { createOttoAssistant, loadIndexed } from '../app.ts';
import type { ExplainingAssistant } from '../assistant/create-assistant.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { createQuiz } from '../open-quiz.ts';
import type { CommandLine } from './command-line.ts';

/** Otto for the terminal, without any other face. */
export interface OpenAssistant {
  readonly assistant: ExplainingAssistant;
  /** Closes the database, if it was used, and keeps what the next start can use. */
  readonly close: () => Promise<void>;
}

/**
 * Opens Otto for whoever sits at the terminal.
 *
 * @throws {ConfigError} when a variable is malformed
 */
export async function openAssistant({
  knowledgeFolder,
  cacheFolder,
  dataFolder,
  today,
  environment,
}: CommandLine): Promise<OpenAssistant> {
  // Only faults are logged here: anything else would stand between question and answer.
  const log = createLog('error');
  const { knowledge, made, keep } = await loadIndexed({ knowledgeFolder, cacheFolder, today: today() });
  const { database = { type: 'sqlite', file: join(dataFolder, 'otto.db') } } = readConfig(environment);
  const quiz = createQuiz(knowledge, database, log);
  return {
    assistant: createOttoAssistant(knowledge, log, { tables: made, quiz }),
    close: async () => {
      await quiz.close();
      await keep();
    },
  };
}

/** The folder in which the command was typed; npm keeps it when it changes to the project's. */
export function typedIn({ environment }: Pick<CommandLine, 'environment'>): string {
  return environment['INIT_CWD'] || process.cwd();
}
