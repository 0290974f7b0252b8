import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { nameKey } from '../../src/knowledge/name-key.ts';
import { namesOf } from '../../src/search/name-index.ts';
import { testAssistant } from '../fixtures/assistant.ts';

/** Maps of what the field knows, one row a topic with its names; they lie beside the project where it has them. */
const MAPS = resolve(import.meta.dirname, '../../../shared/coverage');

/** Names that rows of the maps give, but that mean something else first in this field. */
const MEANT_OTHERWISE: ReadonlySet<string> = new Set(['CSP', 'ROC', 'breaker', 'Safety Instrumented Systems']);

/**
 * Rows whose note still waits, because no source for it has been read yet. A row that gets its note must leave this list, or
 * the test fails.
 */
const WAITING: ReadonlySet<string> = new Set([
  'BTWAN / Profibus PA gateways',
  'PLC password change at a paper mill',
  'Chevron alert system tampering',
  'Salt River Project intrusion',
  'Gazprom central switchboard',
  'Code Red and Nimda in plants',
  'Taum Sauk reservoir failure',
  'Tehama Colusa Canal',
  'Mariposa/Conficker-style plant infections',
  'Offshore leak detection sabotage',
  'Webtech Plus car disabling',
  'Telvent breach',
  'Korea Hydro & Nuclear leak',
  'Pilz',
  'Mumbai outage',
  'Suncor',
  'Clorox',
  'Johnson Controls',
  'Tipton wastewater',
  'Halliburton',
  'American Water',
  'Nucor',
  'UNFI',
  'S0446',
  'S0496',
  'G0037',
  'G0046',
  'G0082',
  'G0102',
  'G0115',
  'C0020',
  'C0025',
  'C0028',
  'C0030',
  'C0031',
  'C0034',
  'C0041',
]);

interface Row {
  readonly id: string;
  readonly type: string;
  readonly names: readonly string[];
}

function rowsOf(file: string): readonly Row[] {
  const [header = '', ...lines] = readFileSync(join(MAPS, file), 'utf8').trim().split('\n');
  const columns = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const cell = (column: string) => cells[columns.indexOf(column)] ?? '';
    const aliases = cell('aliases').split(';');
    return {
      id: cell('id'),
      type: cell('type'),
      names: [cell('name'), ...aliases].map((name) => name.trim()).filter((name) => name !== '' && name !== '-'),
    };
  });
}

describe.runIf(existsSync(MAPS))('every row of a map of the field', async () => {
  const knowledge = await loadKnowledge(
    resolve(process.env['OTTO_KNOWLEDGE'] || resolve(import.meta.dirname, '../../knowledge')),
    new Date().toISOString().slice(0, 10),
  );
  const idByName = new Map(
    [...knowledge.notes.values()].flatMap((note) =>
      [...namesOf(note), ...note.aloneAliases].map((name) => [nameKey(name), note.id] as const),
    ),
  );
  const { say } = testAssistant(knowledge);

  test.each(['protocols.tsv', 'incidents.tsv', 'components.tsv'])(
    '%s answers to its name and aliases',
    async (file) => {
      const missed: string[] = [];
      for (const { names } of rowsOf(file)) {
        const own = new Set(names.flatMap((name) => idByName.get(nameKey(name)) ?? []));
        const isWaiting = WAITING.has(names[0] ?? '');
        if (own.size === 0 && !isWaiting) missed.push(`${names[0]}: no note`);
        if (own.size > 0 && isWaiting) missed.push(`${names[0]}: has its note and waits no longer`);
        for (const name of names) {
          if (own.size === 0 || MEANT_OTHERWISE.has(name)) continue;
          const { notes } = await say(name, { place: `${file} ${name}` });
          // An acronym with several meanings is told with all of them, this note's among them.
          if (!notes.slice(0, 4).some(({ id }) => own.has(id)))
            missed.push(`${name} -> ${notes[0]?.id ?? 'nothing'}, expected ${[...own].join(' or ')}`);
        }
      }
      expect(missed).toEqual([]);
    },
  );

  test('attack_ics.tsv answers to its id, and techniques, tactics and mitigations to their names', async () => {
    const missed: string[] = [];
    for (const { id, type, names } of rowsOf('attack_ics.tsv')) {
      const asked = /tactic|technique|mitigation/.test(type) ? [id, ...names.slice(0, 1)] : [id];
      for (const name of asked) {
        if (MEANT_OTHERWISE.has(name)) continue;
        const { notes } = await say(name, { place: `attack ${name}` });
        if (notes.length === 0 && !WAITING.has(id)) missed.push(`${name} (${id}): no note`);
      }
    }
    expect(missed).toEqual([]);
  });
});
