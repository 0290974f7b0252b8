import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '..');

const read = (path: string) => readFile(join(PROJECT, path), 'utf8');

/** Files of the assistant that adapters may know: its contract. */
const CONTRACT = new Set(
  ['action', 'assistant', 'command', 'outbox', 'reply', 'request'].map((name) => `src/assistant/${name}.ts`),
);

/** What every part is given. */
const GIVEN = new Set(['src/config.ts', 'src/log.ts']);

const PLATFORM_LIBRARIES = new Set(['telegraf', 'telegraf/types', 'discord.js', 'hono', '@hono/node-server']);

/** Rooms of the house by folder, with what each may import of Otto's besides its own files; as docs/architecture.md tells. */
const ROOMS: readonly { readonly folder: string; readonly mayImport: (path: string) => boolean }[] = [
  { folder: 'src/knowledge/', mayImport: () => false },
  { folder: 'src/search/', mayImport: (path) => path.startsWith('src/knowledge/') },
  { folder: 'src/store/', mayImport: () => false },
  {
    folder: 'src/quiz/',
    mayImport: (path) => path.startsWith('src/knowledge/') || path.startsWith('src/store/'),
  },
  {
    folder: 'src/assistant/',
    mayImport: (path) => /^src\/(knowledge|search|quiz|store)\//.test(path),
  },
  { folder: 'src/pictures/', mayImport: (path) => path.startsWith('src/quiz/') },
  { folder: 'src/adapters/', mayImport: (path) => CONTRACT.has(path) || GIVEN.has(path) },
  ...['telegram', 'discord', 'web', 'terminal'].map((name) => ({
    folder: `src/adapters/${name}/`,
    mayImport: (path: string) =>
      CONTRACT.has(path) ||
      GIVEN.has(path) ||
      // What all adapters share lies beside their folders; no adapter knows another.
      /^src\/adapters\/[^/]+$/.test(path),
  })),
];

/** Where a file imports from: `from '…'`, `import '…'`, `import('…')`. */
function importsIn(source: string): readonly string[] {
  return [...source.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g)].flatMap(([, path]) => path ?? []);
}

async function importsUnder(folder: string): Promise<readonly { readonly file: string; readonly path: string }[]> {
  const entries = await readdir(join(PROJECT, folder), { recursive: true });
  const files = entries.filter((entry) => entry.endsWith('.ts')).map((entry) => join(folder, entry));
  const found = await Promise.all(
    files.map(async (file) =>
      importsIn(await read(file)).map((path) => ({
        file,
        path: path.startsWith('.') ? relative(PROJECT, resolve(PROJECT, dirname(file), path)) : path,
      })),
    ),
  );
  return found.flat();
}

describe.each(ROOMS)('$folder', ({ folder, mayImport }) => {
  test('imports only what the architecture lets it', async () => {
    const imports = await importsUnder(folder);
    expect(imports.length).toBeGreaterThan(0);
    expect(
      imports.filter(({ path }) => path.startsWith('src/') && !path.startsWith(folder) && !mayImport(path)),
    ).toEqual([]);
  });
});

test('only adapters know the platforms’ libraries', async () => {
  const imports = await importsUnder('src/');
  const knowing = imports.filter(({ path }) => PLATFORM_LIBRARIES.has(path)).map(({ file }) => file);
  expect(knowing.length).toBeGreaterThan(0);
  expect(knowing.filter((file) => !file.startsWith('src/adapters/'))).toEqual([]);
});

test('the table of the architecture names every folder and file of src', async () => {
  const entries = (await readdir(join(PROJECT, 'src'))).map((name) => `src/${name}`);
  const architecture = await read('docs/architecture.md');

  const named = entries.filter((entry) => !GIVEN.has(entry));
  expect(named.filter((entry) => !architecture.includes(`\`${entry}\``))).toEqual([]);
});

/** What oxlint says of one file in a project with this project's rules. */
async function lint(file: string, content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'otto-shape-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, dirname(file)), { recursive: true });
  await Promise.all([
    copyFile(join(PROJECT, '.oxlintrc.json'), join(folder, '.oxlintrc.json')),
    writeFile(join(folder, file), content),
  ]);
  const oxlint = join(PROJECT, 'node_modules/oxlint/bin/oxlint');
  return new Promise((done) => {
    execFile(process.execPath, [oxlint, '--deny-warnings', 'src'], { cwd: folder }, (_error, stdout) => done(stdout));
  });
}

test.each([
  ['src/knowledge/note.ts', '../search/search.ts'],
  ['src/search/search.ts', '../assistant/reply.ts'],
  ['src/assistant/answer.ts', '../adapters/adapter.ts'],
  ['src/assistant/commands/ask.ts', 'telegraf'],
  ['src/adapters/web/pages.ts', '../../knowledge/load.ts'],
  ['src/adapters/discord/limits.ts', '../../search/search.ts'],
  ['src/adapters/telegram/limits.ts', '../../assistant/create-assistant.ts'],
])('the lint refuses %s an import of %s', async (file, path) => {
  const content = `import { thing } from '${path}';\n\nexport const other = thing;\n`;
  const report = await lint(file, content);
  expect(report).toContain('no-restricted-imports');
  expect(report).toContain('docs/architecture.md');
});

test('the lint lets an adapter import the assistant’s contract', async () => {
  const content = `import { plainReply } from '../../assistant/reply.ts';\n\nexport const other = plainReply;\n`;
  expect(await lint('src/adapters/web/pages.ts', content)).toContain('Found 0 warnings and 0 errors');
});
