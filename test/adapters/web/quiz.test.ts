import { beforeEach, describe, expect, it } from 'vitest';
import { encodeAction, type Action } from '../../../src/assistant/action.ts';
import type { Assistant } from '../../../src/assistant/assistant.ts';
import { plainReply, type Reply } from '../../../src/assistant/reply.ts';
import { createWebApp } from '../../../src/adapters/web/web-app.ts';
import { createLog } from '../../../src/log.ts';
import { fixtureKnowledge, testAssistant } from '../../fixtures/assistant.ts';
import { fixtureAssistant } from '../fixture-assistant.ts';
import { scriptedAssistant } from '../scripted-assistant.ts';
import { htmlFault } from './well-formed.ts';

const OWN_PAGE = { 'sec-fetch-site': 'same-origin' };

function site(assistant: Assistant) {
  let sessions = 0;
  return createWebApp({
    assistant,
    log: createLog('silent'),
    routes: [],
    now: () => 0,
    newSessionId: () => `${(sessions += 1)}`.padStart(22, 'v'),
  });
}

/** A browser that keeps its cookie, over the app without a network. */
function visitor(assistant: Assistant, app = site(assistant)) {
  let cookie = '';
  const send = async (path: string, headers: Readonly<Record<string, string>>, init: RequestInit = {}) => {
    const response = await app.request(path, { ...init, headers: { ...headers, ...(cookie && { cookie }) } });
    const set = response.headers.get('set-cookie');
    if (set !== null) cookie = set.includes('Max-Age=0') ? '' : (set.split(';')[0] ?? '');
    return response;
  };
  return {
    cookie: () => cookie,
    get: (path: string) => send(path, {}),
    post: (form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = OWN_PAGE) =>
      send('/', headers, { method: 'POST', body: new URLSearchParams(form).toString() }),
  };
}

const press = (action: Action) => ({ a: encodeAction(action) });

/** What stands behind the buttons of a page, in order. */
function pressable(page: string): readonly string[] {
  return [...page.matchAll(/<button[^>]*name="a"[^>]*value="([^"]*)"/g)].map(([, value = '']) => value);
}

const addressIn = (response: Response) => response.headers.get('location') ?? '';

/** The answers that count, as the learner's own export tells. */
async function countedAnswers({ get }: ReturnType<typeof visitor>): Promise<number> {
  const data: unknown = await (await get('/?q=/export&file=otto-data.json')).json();
  return (data as { readonly answers: readonly unknown[] }).answers.length; // as `ownData` writes it
}

describe('a quiz on the page', () => {
  let assistant: Assistant;
  let app: ReturnType<typeof site>;
  let browser: ReturnType<typeof visitor>;
  let question: string;

  beforeEach(async () => {
    assistant = await fixtureAssistant();
    app = site(assistant);
    browser = visitor(assistant, app);
    const started = await browser.post({ command: 'quiz', 'arg.topic': 'protocols', 'arg.count': '2' });
    question = addressIn(started);
  });

  it('shows the options in full as buttons of one form', async () => {
    const page = await (await browser.get(question)).text();
    expect(htmlFault(page)).toBeUndefined();
    expect(page).toContain('question 1 of 2');
    expect(page).toMatch(/<fieldset>\s*<legend>[^<]+\?<\/legend>/);
    expect(pressable(page).length).toBeGreaterThan(1);
    expect(page).toContain('aria-keyshortcuts="A 1"');
  });

  it('tells the verdict at an address that can be loaded again and counts once', async () => {
    const [first = '', second = ''] = pressable(await (await browser.get(question)).text());
    const verdict = addressIn(await browser.post({ a: first }));
    expect(verdict).toBe(`${question}/1`);
    const page = await (await browser.get(verdict)).text();
    expect(htmlFault(page)).toBeUndefined();
    expect(page).toMatch(/✓ (?:Your answer, right|Right answer)/);
    expect(await (await browser.get(verdict)).text()).toBe(page);
    expect(addressIn(await browser.post({ a: second }))).toBe(verdict);
    expect(await (await browser.get(verdict)).text()).toBe(page);
    expect(await countedAnswers(browser)).toBe(1);
  });

  it('is not answered by following links, whatever they carry', async () => {
    const [option = ''] = pressable(await (await browser.get(question)).text());
    const page = await (await browser.get(`/?a=${encodeURIComponent(option)}`)).text();
    expect(page).toContain('Go on?');
    expect(await (await browser.get(`${question}/1`)).text()).toContain('That question is over');
    expect(await countedAnswers(browser)).toBe(0);
  });

  it('leads to the note and from there back to the verdict', async () => {
    const [option = ''] = pressable(await (await browser.get(question)).text());
    const verdict = addressIn(await browser.post({ a: option }));
    const [note] = /\/notes\/[^"]+/.exec(await (await browser.get(verdict)).text()) ?? [];
    expect(await (await browser.get(note ?? '')).text()).toContain(`href="${verdict}"`);
  });

  it('ends with the result, which is at the quiz’s own address', async () => {
    for (let answered = 0; answered < 2; answered += 1) {
      const [option = ''] = pressable(await (await browser.get(question)).text());
      await browser.post({ a: option });
    }
    expect(await (await browser.get(question)).text()).toMatch(/of 2 right/);
  });

  it('is somebody else’s in another browser', async () => {
    const [option = ''] = pressable(await (await browser.get(question)).text());
    const other = visitor(assistant, app);
    const refused = await other.post({ a: option });
    expect([refused.status, await refused.text()]).toEqual([200, expect.stringContaining('somebody else’s')]);
    expect(other.cookie()).toBe('');
    expect(await (await other.get(question)).text()).toContain('somebody else’s');
    const verdict = addressIn(await browser.post({ a: option }));
    expect(await (await other.get(verdict)).text()).not.toContain('Your answer');
    expect(await countedAnswers(browser)).toBe(1);
  });
});

it('an exam whose time is over is at its report, and takes no more answers', async () => {
  const { assistant, wait } = testAssistant(await fixtureKnowledge());
  const browser = visitor(assistant);
  const exam = addressIn(await browser.post({ command: 'exam' }));
  const page = await (await browser.get(exam)).text();
  expect(page).toContain('data-ms-left="1500000">25:00<');
  wait(25 * 60_000 + 1);
  const [option = ''] = pressable(page);
  expect(addressIn(await browser.post({ a: option }))).toBe(exam);
  expect(await (await browser.get(exam)).text()).toContain('Exam not passed');
  expect(await countedAnswers(browser)).toBe(0);
});

describe('a form', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of another host of the same site', { 'sec-fetch-site': 'same-site' }],
    [
      'of another origin, from a browser that tells only that',
      { origin: 'https://evil.example', host: 'otto.example' },
    ],
    ['of a hidden origin', { origin: 'null', host: 'otto.example' }],
    ['of no page at all', {}],
  ])('%s does nothing', async (_whose, headers) => {
    const assistant = scriptedAssistant();
    const response = await visitor(assistant).post(press({ type: 'forget' }), headers);
    expect([response.status, assistant.requests]).toEqual([403, []]);
  });

  it('of the same origin behind a proxy that adds TLS is taken', async () => {
    const assistant = scriptedAssistant();
    await visitor(assistant).post(press({ type: 'forget' }), { origin: 'https://otto.example', host: 'otto.example' });
    expect(assistant.requests.map(({ input }) => input)).toEqual([{ type: 'action', action: { type: 'forget' } }]);
  });

  it.each([
    [{ q: 'what is modbus' }, '/?q=what+is+modbus'],
    [press({ type: 'question', session: 'abc' }), '/quiz/abc'],
    [press({ type: 'command', name: 'progress' }), '/?q=%2Fprogress'],
    [{ q: ' ' }, '/'],
  ])('that only reads leads to where that is read: %j', async (form, address) => {
    const assistant = scriptedAssistant();
    const response = await visitor(assistant).post(form);
    expect([response.status, addressIn(response), assistant.requests]).toEqual([303, address, []]);
  });
});

describe('the learner', () => {
  it('is nobody until a quiz is started, and kept by the browser from then on', async () => {
    const browser = visitor(await fixtureAssistant());
    expect((await browser.get('/?q=/progress')).headers.get('set-cookie')).toBeNull();
    const started = await browser.post({ q: '/quiz' });
    expect(started.headers.get('set-cookie')).toMatch(/Max-Age=34560000;.*HttpOnly; SameSite=Lax/);
  });

  it('is forgotten together with the cookie', async () => {
    const browser = visitor(await fixtureAssistant());
    await browser.post({ q: '/quiz' });
    expect(pressable(await (await browser.get('/?q=/forget')).text())).toEqual([encodeAction({ type: 'forget' })]);
    const gone = await browser.post(press({ type: 'forget' }));
    expect(await gone.text()).toContain('I know nothing about you any more');
    expect(browser.cookie()).toBe('');
    expect(await (await browser.get('/?q=/export')).text()).toContain('I remember nothing about you');
  });

  it('keeps the cookie when forgetting failed', async () => {
    const browser = visitor(scriptedAssistant(plainReply('unknown', 'Something went wrong.')));
    expect((await browser.post(press({ type: 'forget' }))).headers.get('set-cookie')).toBeNull();
  });
});

describe('what comes with a reply', () => {
  const reply: Reply = plainReply('quiz', 'Here.', {
    picture: { png: new Uint8Array([1, 2, 3]), description: 'A "chart"' },
    attachments: [{ name: 'cards.txt', mediaType: 'text/plain', content: 'a\tb' }],
  });

  it('is shown as a picture with its description, as the page’s policy allows', async () => {
    const response = await visitor(scriptedAssistant(reply)).get('/?q=x');
    expect(response.headers.get('content-security-policy')).toContain("img-src 'self' data:;");
    expect(await response.text()).toContain('src="data:image/png;base64,AQID" alt="A &quot;chart&quot;"');
  });

  it('is a file to download, and no other file than those that it has', async () => {
    const browser = visitor(scriptedAssistant(reply));
    expect(await (await browser.get('/?q=x')).text()).toContain('href="/?q=x&amp;file=cards.txt"');
    const file = await browser.get('/?q=x&file=cards.txt');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="cards.txt"');
    expect(await file.text()).toBe('a\tb');
    expect((await browser.get('/?q=x&file=../package.json')).status).toBe(404);
  });
});

it.each(['/quiz/', '/quiz/ABC', '/quiz/abc/0', '/quiz/abc/1/2', '/quiz/abc/x'])(
  '%s is no page of a quiz',
  async (path) => {
    expect((await visitor(scriptedAssistant()).get(path)).status).toBe(404);
  },
);
