import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkKnowledge, checkWriting } from '../../src/knowledge/check.ts';
import { describeFault, KnowledgeError } from '../../src/knowledge/fault.ts';
import { loadKnowledge, readKnowledge } from '../../src/knowledge/load.ts';
import { staleNotes } from '../../src/knowledge/stale.ts';
import { incidentNote, protocolNote } from './note-file.ts';

const TODAY = '2026-11-22';

let folder: string;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'otto-')), 'knowledge');
  await write({
    'glossary.yaml': '[]',
    'ports.yaml': '[]',
    'synonyms.yaml': '[]',
    'off-topic.yaml': '[]',
    'words.yaml': '[]',
    'protocols/modbus.md': protocolNote(),
    'incidents/stuxnet.md': incidentNote(),
  });
});

afterEach(async () => {
  await rm(dirname(folder), { recursive: true });
});

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

async function faults(): Promise<readonly string[]> {
  const reading = await readKnowledge(folder);
  return [...checkKnowledge(reading, TODAY), ...checkWriting(reading)].map(describeFault);
}

test('a sound folder has no faults and every note is there', async () => {
  expect(await faults()).toEqual([]);
  expect([...(await loadKnowledge(folder, TODAY)).notes.keys()].toSorted()).toEqual(['modbus', 'stuxnet']);
});

test('a broken note stops the load with the same message that the check prints', async () => {
  await write({ 'protocols/modbus.md': protocolNote((text) => text.replace('port: 502', 'port: 70000')) });
  const [fault] = await faults();
  await expect(loadKnowledge(folder, TODAY)).rejects.toThrow(KnowledgeError);
  await expect(loadKnowledge(folder, TODAY)).rejects.toThrow(fault);
});

describe('each fault is told with its file and line', () => {
  const cases: readonly (readonly [what: string, change: (text: string) => string, fault: RegExp])[] = [
    ['an unknown field', (t) => t.replace('title: Modbus', 'title: Modbus\ncolour: red'), /modbus\.md:3: .*colour/],
    [
      'a port out of range',
      (t) => t.replace('port: 502', 'port: 70000'),
      /modbus\.md:11: facts\.ports\.0\.port: .*65535/,
    ],
    [
      'a summary that is too long',
      (t) => t.replace('The simplest', 'The simplest '.repeat(40)),
      /modbus\.md:4: summary: .*280/,
    ],
    ['no source', (t) => t.replace(/sources:\n.*\n/, 'sources: []\n'), /modbus\.md:19: sources: /],
    [
      'a source that is not https',
      (t) => t.replace('https://www', 'http://www'),
      /modbus\.md:20: sources\.0\.url: .*https/,
    ],
    [
      'a link to a note that does not exist',
      (t) => t.replace('[stuxnet]', '[stuxnet, dnp3]'),
      /modbus\.md:18: no note has the id "dnp3"/,
    ],
    ['a link to itself', (t) => t.replace('[stuxnet]', '[stuxnet, modbus]'), /modbus\.md:18: a note links to itself/],
    [
      'a name that another note has',
      (t) => t.replace('[Modbus TCP]', '[Stux-Net]'),
      /"Stuxnet" already names|"Stux-Net" already names/,
    ],
    [
      'a question that another note answers',
      (t) => t.replace('is modbus secure', 'Who made Stuxnet?'),
      /already answered by/,
    ],
    [
      'a review in the future',
      (t) => t.replace('2026-11-22', '2027-01-01'),
      /modbus\.md:21: reviewed: 2027-01-01 lies in the future/,
    ],
    ['a missing section', (t) => t.replace('## Security', '## Safety'), /modbus\.md:\d+: no section "## Security"/],
    ['an empty section', (t) => t.replace('None.\n', ''), /modbus\.md:\d+: section "Security" is empty/],
    [
      'raw HTML',
      (t) => t.replace('None.', '<b>None.</b>'),
      /modbus\.md:\d+: (inline Markdown|a Markdown element) of type "html"/,
    ],
    [
      'a nested list',
      (t) => t.replace('- Keep', '- Keep\n  - really'),
      /modbus\.md:\d+: a list item that holds a "list"/,
    ],
    ['broken YAML', (t) => t.replace('title: Modbus', 'title: "Modbus'), /modbus\.md:\d+: .*expected valid YAML/],
    ['no front matter', () => '# Modbus\n', /modbus\.md:1: no front matter/],
  ];

  test.each(cases)('%s', async (_what, change, fault) => {
    await write({ 'protocols/modbus.md': protocolNote(change) });
    expect((await faults()).join('\n')).toMatch(fault);
  });
});

test('an incident cannot lie in the future', async () => {
  await write({ 'incidents/stuxnet.md': incidentNote((text) => text.replace('date: 2009', 'date: 2027-05')) });
  expect(await faults()).toContainEqual(
    expect.stringMatching(/stuxnet\.md:9: facts\.date: 2027-05 lies in the future/),
  );
});

test('two notes cannot share a file name, whatever their folders', async () => {
  await write({
    'incidents/modbus.md': incidentNote((text) =>
      text.replaceAll('Stuxnet', 'Another').replaceAll('stuxnet', 'another'),
    ),
  });
  expect(await faults()).toContainEqual(expect.stringContaining('id "modbus" is taken by'));
});

test('a note that no other names as related is told as an island', async () => {
  await write({
    'incidents/alone.md': incidentNote((text) => text.replaceAll('Stuxnet', 'Alone').replaceAll('stuxnet', 'alone')),
  });
  expect(await faults()).toContainEqual(expect.stringContaining('no other note names "alone" as related'));
});

test('a misspelt folder is a fault, because its notes would be missing in silence', async () => {
  await write({ 'protocol/dnp3.md': protocolNote() });
  expect(await faults()).toContainEqual(expect.stringMatching(/knowledge\/protocol:1: unknown name, expected one of/));
});

test('ports and acronyms that point to a missing note are told with their line', async () => {
  await write({
    'ports.yaml': "- { port: 20000, transport: tcp, protocol: DNP3, note: dnp3, source: 'https://example.org' }\n",
    'glossary.yaml':
      '- acronym: SIS\n  meanings:\n    - { expansion: Safety instrumented system, explanation: stops the process, note: sis }\n',
  });
  expect(await faults()).toEqual([
    expect.stringMatching(/glossary\.yaml:3: no note has the id "sis"/),
    expect.stringMatching(/ports\.yaml:1: no note has the id "dnp3"/),
  ]);
});

test('a sentence that stands in two notes is told', async () => {
  const copied =
    'The attackers waited for months inside the office network before they opened the breakers one by one.';
  await write({
    'protocols/modbus.md': protocolNote((text) => text.replace('A client asks and a server answers.', copied)),
    'incidents/stuxnet.md': incidentNote((text) => text.replace('Speeds changed.', copied)),
  });
  expect(await faults()).toEqual([expect.stringMatching(/"the attackers waited for .* also stands in/)]);
});

test('notes that were not checked for long are listed, oldest first', async () => {
  await write({ 'protocols/modbus.md': protocolNote((text) => text.replace('2026-11-22', '2024-11-22')) });
  const reading = await readKnowledge(folder);
  expect(staleNotes(reading, TODAY, 365)).toEqual(['knowledge/protocols/modbus.md: checked 2024-11-22, 730 days ago']);
  expect(staleNotes(reading, TODAY, 800)).toEqual([]);
});

test('a misspelt word is told, a British one and one of the field are not', async () => {
  await write({
    'protocols/modbus.md': protocolNote((text) =>
      text.replace(
        'A client asks and a server answers.',
        'The behaviour of a fieldbus that was organised badly, and a mispelt word.',
      ),
    ),
    'words.yaml': '- fieldbus\n',
  });
  expect(await faults()).toEqual([expect.stringMatching(/modbus\.md:1: "mispelt" is no known word/)]);
});
