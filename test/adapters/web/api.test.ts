import { beforeAll, describe, expect, it } from 'vitest';
import { createWebApp } from '../../../src/adapters/web/web-app.ts';
import type { Assistant } from '../../../src/assistant/assistant.ts';
import { createLog } from '../../../src/log.ts';
import { fixtureAssistant } from '../fixture-assistant.ts';

let assistant: Assistant;

beforeAll(async () => {
  assistant = await fixtureAssistant();
});

async function get(path: string) {
  let sessions = 0;
  const app = createWebApp({
    assistant,
    log: createLog('silent'),
    routes: [],
    now: () => 0,
    newSessionId: () => `session-${(sessions += 1)}`,
  });
  const response = await app.request(path);
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

describe('/api/ask', () => {
  it('answers in the documented form', async () => {
    const { status, body } = await get('/api/ask?q=what+is+modbus');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      question: 'what is modbus',
      kind: 'answer',
      notes: [{ id: 'modbus' }, ...body.notes.slice(1)],
      ms: 0,
    });
    expect(body.text).toContain('Modbus is the simplest');
    expect(body.links[0]).toEqual({
      title: 'Modbus Organization: Modbus application protocol',
      url: 'https://www.modbus.org/',
    });
  });

  it('takes command lines', async () => {
    expect((await get('/api/ask?q=/help')).body.text).toContain('/ask');
  });

  it('follows on within a conversation', async () => {
    await get('/api/ask?q=what+is+dnp3&conversation=mine');
    expect((await get('/api/ask?q=which+port+does+it+use&conversation=mine')).body.notes[0].id).toBe('dnp3');
  });

  it.each([
    ['/api/ask', 400, 'no_question'],
    ['/api/ask?q=%20', 400, 'no_question'],
    [`/api/ask?q=${'a'.repeat(1001)}`, 414, 'too_long'],
    ['/api/ask?q=x&conversation=a%20b', 400, 'bad_conversation'],
    [`/api/ask?q=x&conversation=${'a'.repeat(65)}`, 400, 'bad_conversation'],
    [`/api/suggest?q=${'a'.repeat(1001)}`, 414, 'too_long'],
    ['/api/ask?q=/quiz', 405, 'changes_state'],
    ['/api/notes/nope', 404, 'no_such_note'],
    ['/api/nope', 404, 'not_found'],
  ])('%.60s is an error with a code and a message', async (path, status, code) => {
    const answer = await get(path);
    expect(answer).toMatchObject({ status, type: 'application/json', body: { error: { code } } });
    expect(answer.body.error.message).toMatch(/\.$/);
  });
});

describe('/api/notes', () => {
  it('tells the whole of a note', async () => {
    const { body } = await get('/api/notes/modbus');
    expect(body).toMatchObject({
      id: 'modbus',
      kind: 'protocol',
      title: 'Modbus',
      aliases: ['Modbus TCP', 'Modbus RTU'],
      caution: 'Never send test writes to a live controller; one register can be a valve.',
      reviewed: '2026-11-22',
    });
    expect(body.text).toContain('None is built in.');
    expect(body.facts).toContainEqual({ name: 'Since', value: '1979' });
    expect(body.related).toContainEqual({ id: 'dnp3', title: 'DNP3' });
  });
});

describe('/api/suggest', () => {
  it('offers note titles, command names and values of arguments', async () => {
    expect((await get('/api/suggest?q=modb')).body.suggestions[0]).toEqual({ label: 'Modbus', value: 'Modbus' });
    expect((await get('/api/suggest?q=/hel')).body.suggestions[0]).toMatchObject({ value: '/help' });
    const values = (await get('/api/suggest?command=ask&argument=question&q=modb')).body.suggestions;
    expect(values[0]).toMatchObject({ value: 'Modbus' });
  });

  it('offers nothing for nothing', async () => {
    expect((await get('/api/suggest')).body).toEqual({ suggestions: [] });
  });
});

it('/healthz says that Otto is up', async () => {
  expect(await get('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
});
