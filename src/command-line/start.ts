import { join } from 'node:path';
import { createApp, createOttoAssistant, loadIndexed } from '../app.ts';
import { AdapterError } from '../adapters/errors.ts';
import { readConfig } from '../config.ts';
import { KIND_NAMES, KINDS } from '../knowledge/kinds/index.ts';
import type { Knowledge } from '../knowledge/load.ts';
import { createLog } from '../log.ts';
import { createQuiz } from '../open-quiz.ts';
import { StoreError } from '../store/store-error.ts';
import type { CommandLine } from './command-line.ts';

/** How long a stop may take before the process leaves anyway, in milliseconds. */
const STOP_MS = 4500;

/** How long after the start the notes are kept for the next one: the first answers go before. In milliseconds. */
const KEEP_AFTER_MS = 500;

/**
 * `start`: runs the web page and every configured bot until SIGTERM or SIGINT.
 *
 * @returns 0 after an orderly stop, 1 when something was unfinished by then or the page could not be served
 */
export async function start(
  _args: readonly string[],
  { knowledgeFolder, cacheFolder, dataFolder, today, print, environment }: CommandLine,
): Promise<number> {
  const config = readConfig(environment);
  const log = createLog(config.logLevel);
  const { knowledge, made, keep } = await loadIndexed({ knowledgeFolder, cacheFolder, today: today() });
  const quiz = createQuiz(knowledge, config.database ?? { type: 'sqlite', file: join(dataFolder, 'otto.db') }, log);
  const app = await createApp(
    config,
    createOttoAssistant(knowledge, log, {
      tables: made,
      quiz,
      chats: [...(config.telegram ? ['telegram'] : []), ...(config.discord ? ['discord'] : [])],
    }),
    log,
  );
  const stopped = stopSignal();
  print(`Otto knows ${describeKnowledge(knowledge)}.`);
  try {
    await app.start(({ name, failure }) =>
      print(failure ? `${titleCase(name)} could not start: ${failure}` : `${titleCase(name)} is on.`),
    );
    print(`Ask on ${app.address()}`);
    // After the page is there: who only asks need not wait for it.
    await quiz.open();
    for (const { name, variable } of app.off) print(`${name} is off. Set ${variable} to turn it on.`);
  } catch (error) {
    if (!(error instanceof AdapterError || error instanceof StoreError)) throw error;
    process.stderr.write(`${error.message}\n`);
    await app.stop();
    await quiz.close();
    return 1;
  }
  const quiet = setTimeout(() => void keep(), KEEP_AFTER_MS);
  log.info({ signal: await stopped }, 'stopping');
  clearTimeout(quiet);
  return (await inTime(app.stop().then(quiz.close))) ? 0 : 1;
}

/** `187 notes: 22 IT/OT differences, 34 protocols, …` */
export function describeKnowledge({ notes, glossary, ports }: Knowledge): string {
  const counts = KIND_NAMES.flatMap((kind) => {
    const count = [...notes.values()].filter((note) => note.kind === kind).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? KINDS[kind].singular : KINDS[kind].plural}`];
  });
  return `${notes.size} notes: ${counts.join(', ')}; ${glossary.length} acronyms and ${ports.length} ports`;
}

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
}

async function inTime(work: Promise<void>): Promise<boolean> {
  const timeout = Promise.withResolvers<false>();
  const timer = setTimeout(() => timeout.resolve(false), STOP_MS);
  try {
    return await Promise.race([work.then(() => true), timeout.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function titleCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
