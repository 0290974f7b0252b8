import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { namesOf } from '../../src/search/name-index.ts';
import { testAssistant } from '../fixtures/assistant.ts';

test('every note answers to its title and to each of its aliases', async () => {
  const knowledge = await loadKnowledge(
    resolve(import.meta.dirname, '../../knowledge'),
    new Date().toISOString().slice(0, 10),
  );
  const { say } = testAssistant(knowledge);
  const missed: string[] = [];
  for (const note of knowledge.notes.values()) {
    for (const name of namesOf(note)) {
      const { notes } = await say(name, { place: `${note.id} ${name}` });
      // An acronym with several meanings is told with all of them, this note's among them.
      if (!notes.slice(0, 4).some(({ id }) => id === note.id))
        missed.push(`${name} -> ${notes[0]?.id ?? 'nothing'}, expected ${note.id}`);
    }
  }
  expect(missed).toEqual([]);
});
