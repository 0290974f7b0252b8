import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import type { CommandLine } from './command-line/command-line.ts';
import { ConfigError } from './config.ts';
import { KnowledgeError } from './knowledge/fault.ts';

type Run = (args: readonly string[], context: CommandLine) => Promise<number>;

/** Every command of the command line; each is loaded only when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<Run>>> = {
  start: async () => (await import('./command-line/start.ts')).start,
  ask: async () => (await import('./command-line/ask.ts')).ask,
  quiz: async () => (await import('./command-line/quiz.ts')).quiz,
  check: async () => (await import('./command-line/check.ts')).check,
  keep: async () => (await import('./command-line/keep.ts')).keep,
  schema: async () => (await import('./command-line/schema.ts')).schema,
};

// Keeps what the TypeScript files were turned into, which saves about a third of a second at each later start.
enableCompileCache();

const project = resolve(import.meta.dirname, '..');
if (existsSync(resolve(project, '.env'))) process.loadEnvFile(resolve(project, '.env'));

const [name = 'start', ...args] = process.argv.slice(2);
const load = COMMANDS[name];
try {
  if (!load)
    throw new ConfigError(`There is no command "${name}", expected one of ${Object.keys(COMMANDS).join(', ')}.`);
  const run = await load();
  process.exitCode = await run(args, {
    knowledgeFolder: resolve(process.env['OTTO_KNOWLEDGE'] || resolve(project, 'knowledge')),
    cacheFolder: resolve(project, 'node_modules/.cache/otto'),
    dataFolder: resolve(project, 'data'),
    today: () => new Date().toISOString().slice(0, 10),
    print: (line) => process.stdout.write(`${line}\n`),
    environment: process.env,
  });
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof KnowledgeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
