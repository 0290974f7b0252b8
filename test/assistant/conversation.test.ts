import { beforeAll, describe, expect, test } from 'vitest';
import { MEMORY_MS } from '../../src/assistant/conversation.ts';
import type { Knowledge } from '../../src/knowledge/load.ts';
import { firstSentenceOf, fixtureKnowledge, testAssistant } from '../fixtures/assistant.ts';

let knowledge: Knowledge;

beforeAll(async () => {
  knowledge = await fixtureKnowledge();
});

describe('a follow-up is understood from what was asked before', () => {
  test.each([
    ['what is modbus', 'and its port?', 'modbus', '502'],
    ['what is stuxnet', 'who did it', 'stuxnet', 'Attribution'],
    ['what is stuxnet', 'when was that?', 'stuxnet', '2010'],
    ['which port does modbus use', 'what about dnp3?', 'dnp3', '20000'],
    ['what is modbus', 'is it encrypted?', 'modbus', 'no encryption'],
  ])('%s / %s', async (question, followUp, note, fact) => {
    const { say } = testAssistant(knowledge);
    await say(question);
    const reply = await say(followUp);
    expect(reply.notes[0]?.id).toBe(note);
    expect(firstSentenceOf(reply)).toContain(fact);
  });
});

test('a new subject is not taken for a follow-up', async () => {
  const { say } = testAssistant(knowledge);
  await say('what is modbus');
  expect((await say('what is stuxnet')).notes[0]?.id).toBe('stuxnet');
  expect((await say('best pizza in naples')).kind).toBe('unknown');
});

test('one person’s thread does not leak into another’s, nor into another place', async () => {
  const { say } = testAssistant(knowledge);
  await say('what is modbus', { asker: 'ann' });
  expect((await say('and its port?', { asker: 'bob' })).notes).toEqual([]);
  expect((await say('and its port?', { asker: 'ann', place: 'elsewhere' })).notes).toEqual([]);
  expect((await say('and its port?', { asker: 'ann' })).notes[0]?.id).toBe('modbus');
});

test('a thread is forgotten after a quarter of an hour', async () => {
  const { say, wait } = testAssistant(knowledge);
  await say('what is modbus');
  wait(MEMORY_MS + 1);
  expect((await say('and its port?')).notes).toEqual([]);
});
