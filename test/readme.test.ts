import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { COMMANDS } from '../src/assistant/commands/index.ts';

const PROJECT = resolve(import.meta.dirname, '..');

const read = (path: string) => readFile(join(PROJECT, path), 'utf8');

/** What the README rests on in package.json, which npm keeps in this form. */
interface Package {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

let readme = '';
let npm: Package;

beforeAll(async () => {
  readme = await read('README.md');
  npm = JSON.parse(await read('package.json')) as Package;
});

/** The rows of the tables under a heading, each as its cells. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const section = readme.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| (`.*) \|$/gm)].map(([, row = '']) => row.split(' | ').map((cell) => cell.trim()));
}

/** What stands in backticks in the first cell of each row. */
function namesUnder(heading: string): readonly string[] {
  return rowsUnder(heading).flatMap(([cell = '']) => cell.match(/[^`, ]+/g) ?? []);
}

test('the command table has every command as it is typed, with its description', () => {
  const rows = COMMANDS.map(({ name, arguments: args, description }) => {
    const usage = [`/${name}`, ...args.map((arg) => (arg.required ? `<${arg.name}>` : `[${arg.name}]`))].join(' ');
    return [`\`${usage}\``, description];
  });
  expect(rowsUnder('Commands').map((cells) => cells.slice(0, 2))).toEqual(rows);
});

test('the dependency table says of every direct dependency why it is there, and of no other', () => {
  const { dependencies, devDependencies, optionalDependencies } = npm;
  const direct = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(namesUnder('Dependencies').toSorted()).toEqual(direct.toSorted());
  for (const [name, why = ''] of rowsUnder('Dependencies')) expect(why, name).not.toBe('');
});

test('the configuration table and .env.example have every variable that is read', async () => {
  const source = `${await read('src/config.ts')}${await read('src/main.ts')}`;
  const inCode = [...source.matchAll(/^ {2}([A-Z_]+): |\benv\['([A-Z_]+)'\]/gm)].map(([, one, other]) => one ?? other);
  const inExample = [...(await read('.env.example')).matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(inExample.toSorted()).toEqual(inCode.toSorted());
  expect(namesUnder('Configuration').toSorted()).toEqual(inCode.toSorted());
});

test('links lead to files that are there, and scripts that are named exist', () => {
  const paths = [...readme.matchAll(/(?:\]\(|src=")(?!https?:|#)([^)#"]+)/g)].flatMap(([, path]) => path ?? []);
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  const scripts = [...readme.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].flatMap(([, name]) => name ?? []);
  expect(scripts.filter((name) => !(name in npm.scripts))).toEqual([]);
});
