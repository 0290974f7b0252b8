import { resolve } from 'node:path';
import { check } from './command-line/check.ts';
import type { CommandLine } from './command-line/command-line.ts';

const COMMANDS: Readonly<Record<string, (args: readonly string[], context: CommandLine) => Promise<number>>> = {
  check,
};

const [name = 'start', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (command) {
  process.exitCode = await command(args, {
    knowledgeFolder: resolve(import.meta.dirname, '../knowledge'),
    today: () => new Date().toISOString().slice(0, 10),
    print: (line) => process.stdout.write(`${line}\n`),
  });
} else {
  process.stderr.write(`There is no command "${name}", expected one of ${Object.keys(COMMANDS).join(', ')}.\n`);
  process.exitCode = 1;
}
