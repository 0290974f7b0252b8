import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Note } from '../../src/knowledge/note.ts';
import { itemId } from '../../src/quiz/item-id.ts';
import { createItemPool, itemBatches } from '../../src/quiz/item-pool.ts';
import { ITEM_LIMITS, type Item } from '../../src/quiz/item.ts';
import { holds } from '../../src/quiz/made/made-item.ts';
import { madeItems } from '../../src/quiz/made/made-items.ts';
import { shownOptions } from '../../src/quiz/shown-options.ts';

const folder = process.env['OTTO_KNOWLEDGE'] || resolve(import.meta.dirname, '../../knowledge');
const knowledge = await loadKnowledge(folder, new Date().toISOString().slice(0, 10));
const made = [...madeItems(knowledge)].flat();
const all = createItemPool(itemBatches(knowledge)).fitting({});

const optionsOf = ({ answer, wrong }: Item) => [answer, ...wrong.map(({ text }) => text)];

describe('every item that can be made', () => {
  test('has four different options, or two for either-or', () => {
    const odd = all.filter((item) => {
      const options = new Set(optionsOf(item).map((option) => option.toLowerCase()));
      return options.size !== item.wrong.length + 1 || ![2, 4].includes(options.size);
    });
    expect(odd).toEqual([]);
  });

  test('fits Telegram’s quiz polls and a list of buttons', () => {
    const tooLong = all.filter(
      (item) =>
        item.question.length > ITEM_LIMITS.question ||
        item.why.length > ITEM_LIMITS.why ||
        optionsOf(item).some((option) => option.length > ITEM_LIMITS.option || option.trim() === ''),
    );
    expect(tooLong).toEqual([]);
  });

  test('does not hold its answer in its question', () => {
    expect(made.filter(({ question, answer }) => holds(question, answer))).toEqual([]);
  });

  test('has a note of its own to read, unless it is about an acronym or a port', () => {
    const lost = all.filter(({ topic, note }) =>
      note === undefined ? topic !== 'acronym' && topic !== 'port' : !knowledge.notes.has(note),
    );
    expect(lost).toEqual([]);
  });

  test('is told from every other by its id', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter((item) => itemId(item) !== item.id)).toEqual([]);
  });
});

test('the longest option is the right one no more often than chance and a little makes it', () => {
  const four = all.filter(({ wrong }) => wrong.length === 3);
  const longest = four.filter(({ answer, wrong }) => wrong.every(({ text }) => text.length < answer.length));
  expect(longest.length / four.length).toBeLessThan(0.4);
});

test('the right option stands in each place about equally often', () => {
  const places = [0, 0, 0, 0];
  const four = all.filter(({ wrong }) => wrong.length === 3);
  for (const item of four) {
    const { correct } = shownOptions(item, `session:${item.id}`);
    places[correct] = (places[correct] ?? 0) + 1;
  }
  for (const count of places) expect(count / four.length).toBeCloseTo(0.25, 1);
});

test('no wrong port is one that the protocol uses too', () => {
  for (const item of made.filter(({ question }) => question.startsWith('Which port does'))) {
    const note = knowledge.notes.get(item.note ?? '');
    if (note?.kind !== 'protocol') throw new Error(`${item.question} has no protocol`);
    const own = note.facts.ports.map(({ transport, port }) => `${transport.toUpperCase()} ${port}`);
    const listed = knowledge.ports
      .filter((entry) => entry.note === note.id)
      .map(({ transport, port }) => `${transport.toUpperCase()} ${port}`);
    expect(own, item.question).toContain(item.answer);
    for (const { text } of item.wrong) expect([...own, ...listed], item.question).not.toContain(text);
  }
});

test('no wrong protocol runs on the port that is asked for', () => {
  for (const item of made.filter(({ question }) => question.startsWith('What usually runs on'))) {
    const [, transport, port] = /on (TCP|UDP) (\d+)\?$/.exec(item.question) ?? [];
    const right = knowledge.ports
      .filter((entry) => entry.transport.toUpperCase() === transport && entry.port === Number(port))
      .map(({ protocol }) => protocol);
    expect(right, item.question).toContain(item.answer);
    for (const { text } of item.wrong) expect(right, item.question).not.toContain(text);
  }
});

test('exactly one of the years offered is an incident’s', () => {
  for (const item of made.filter(({ question }) => question.startsWith('In which year'))) {
    const { facts } = incident(item);
    const years = [facts.date, facts.discovered].map((date) => date?.slice(0, 4));
    expect(item.answer).toBe(years[0]);
    for (const { text } of item.wrong) expect(years, item.question).not.toContain(text);
  }
});

test('the incident that came first began in an earlier year than each of the others', () => {
  const yearByTitle = new Map(
    [...knowledge.notes.values()].flatMap((note) =>
      note.kind === 'incident' ? [[note.title, Number(note.facts.date.slice(0, 4))] as const] : [],
    ),
  );
  const items = made.filter(({ question }) => question === 'Which of these came first?');
  expect(items.length).toBeGreaterThan(20);
  for (const { answer, wrong } of items) {
    for (const { text } of wrong) expect(yearByTitle.get(text)).toBeGreaterThan(yearByTitle.get(answer) ?? Infinity);
  }
});

test('no wrong meaning of an acronym is one of its meanings', () => {
  const meanings = new Map(
    knowledge.glossary.map((entry) => [entry.acronym, entry.meanings.map(({ expansion }) => expansion.toLowerCase())]),
  );
  for (const item of made.filter(({ topic }) => topic === 'acronym')) {
    const acronym = /^What (?:can|does) (.+) stand for/.exec(item.question)?.[1] ?? '';
    expect(meanings.get(acronym)).toContain(item.answer.toLowerCase());
    for (const { text } of item.wrong) expect(meanings.get(acronym), item.question).not.toContain(text.toLowerCase());
  }
});

function incident(item: Item): Extract<Note, { readonly kind: 'incident' }> {
  const note = knowledge.notes.get(item.note ?? '');
  if (note?.kind !== 'incident') throw new Error(`${item.question} has no incident`);
  return note;
}
