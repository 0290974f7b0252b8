import { describe, expect, it } from 'vitest';
import { createWebApp, type WebParts } from '../../../src/adapters/web/web-app.ts';
import type { Command } from '../../../src/assistant/command.ts';
import { plainReply } from '../../../src/assistant/reply.ts';
import { createLog } from '../../../src/log.ts';
import { scriptedAssistant } from '../scripted-assistant.ts';
import { htmlFault } from './well-formed.ts';

const SESSION = 'abcdefghijklmnopqrstuv';

function webApp(parts: Partial<WebParts> = {}) {
  return createWebApp({
    assistant: scriptedAssistant(),
    log: createLog('silent'),
    routes: [],
    now: () => 0,
    newSessionId: () => SESSION,
    ...parts,
  });
}

const water: Command = {
  name: 'water',
  description: 'Everything <wet>',
  arguments: [],
  run: () => plainReply('list', ''),
};

const compare: Command = {
  name: 'compare',
  description: 'Two topics side by side',
  arguments: [
    { name: 'first', description: 'One topic', required: true, suggest: () => [] },
    { name: 'how', description: 'How', required: false, choices: ['short', 'long'] },
  ],
  run: () => plainReply('comparison', ''),
};

describe('the search page', () => {
  it('is well-formed and links every command that needs no argument, with a form for the others', async () => {
    const page = await (
      await webApp({ assistant: scriptedAssistant(undefined, { commands: [water, compare] }) }).request('/')
    ).text();
    expect(htmlFault(page)).toBeUndefined();
    expect(page).toContain('href="/?q=%2Fwater"');
    expect(page).toContain('Everything &lt;wet&gt;');
    expect(page).toContain('name="arg.first"');
    expect(page).toContain('<option value="short">');
  });

  it('sets no cookie', async () => {
    expect((await webApp().request('/')).headers.get('set-cookie')).toBeNull();
  });

  it('lets nothing inline run and nothing foreign load', async () => {
    const { headers } = await webApp().request('/');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });
});

describe('a question on the page', () => {
  it('keeps what was typed in the box, escaped', async () => {
    const page = await (await webApp().request(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).text();
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(htmlFault(page)).toBeUndefined();
  });

  it('opens a session that later questions follow on', async () => {
    const assistant = scriptedAssistant();
    const app = webApp({ assistant });
    const first = await app.request('/?q=what+is+modbus');
    expect(first.headers.get('set-cookie')).toBe(`otto_session=${SESSION}; Path=/; HttpOnly; SameSite=Lax`);
    const second = await app.request('/?q=and+its+port', { headers: { cookie: `otto_session=${SESSION}` } });
    expect(second.headers.get('set-cookie')).toBeNull();
    expect(assistant.requests.map(({ place }) => place.id)).toEqual([SESSION, SESSION]);
  });

  it('does not take a session that Otto did not give', async () => {
    const assistant = scriptedAssistant();
    await webApp({ assistant }).request('/?q=x', { headers: { cookie: 'otto_session=api:somebody' } });
    expect(assistant.requests[0]?.place.id).toBe(SESSION);
  });

  it('may be a command line, a filled-in form or a pressed button', async () => {
    const assistant = scriptedAssistant(undefined, { commands: [compare] });
    const app = webApp({ assistant });
    await app.request('/?q=/compare+modbus');
    await app.request('/?command=compare&arg.first=Modbus+TCP&arg.how=&arg.other=1');
    await app.request('/?q=what&a=1:x:modbus');
    expect(assistant.requests.map(({ input }) => input)).toEqual([
      { type: 'command', name: 'compare', values: { first: 'modbus' } },
      { type: 'command', name: 'compare', values: { first: 'Modbus TCP' } },
      { type: 'action', action: { type: 'next', note: 'modbus' } },
    ]);
  });

  it('of nothing but spaces shows the search page', async () => {
    const assistant = scriptedAssistant();
    expect((await webApp({ assistant }).request('/?q=%20')).status).toBe(200);
    expect(assistant.requests).toEqual([]);
  });

  it('that is too long, or a button of another time, is refused with what to do', async () => {
    const long = await webApp().request(`/?q=${'a'.repeat(1001)}`);
    expect([long.status, await long.text()]).toEqual([414, expect.stringContaining('at most 1000 characters')]);
    const stale = await webApp().request('/?a=0:x:modbus');
    expect([stale.status, await stale.text()]).toEqual([400, expect.stringContaining('ask again')]);
  });

  it('that Otto fails on is apologised for with the id that the log carries', async () => {
    const assistant = scriptedAssistant(() => {
      throw new Error('broken');
    });
    const answer = await webApp({ assistant }).request('/?q=x');
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('report it as abcdefgh')]);
  });
});

describe('the address of a note', () => {
  const assistant = scriptedAssistant(({ input }) =>
    input.type === 'action' && input.action.type === 'more' && input.action.note === 'modbus'
      ? plainReply('answer', 'All of it.', {
          title: 'Modbus',
          notes: [{ id: 'modbus', kind: 'protocol', title: 'Modbus', aliases: [] }],
        })
      : plainReply('unknown', 'That note is no longer here.'),
  );

  it('shows the whole note, and costs nothing when it has not changed', async () => {
    const first = await webApp({ assistant }).request('/notes/modbus');
    expect([first.status, await first.text()]).toEqual([200, expect.stringContaining('All of it.')]);
    const etag = first.headers.get('etag') ?? '';
    expect((await webApp({ assistant }).request('/notes/modbus', { headers: { 'if-none-match': etag } })).status).toBe(
      304,
    );
  });

  it.each(['/notes/nope', '/notes/..%2fsecret', '/notes/%E0%A4%A', '/notes/'])(
    '%s is a page that says so',
    async (path) => {
      const response = await webApp({ assistant }).request(path);
      expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    },
  );
});

describe('static files', () => {
  it('may be kept for good under the address that carries their version', async () => {
    const page = await (await webApp().request('/')).text();
    const [address = ''] = /\/assets\/style\.css\?v=\w+/.exec(page) ?? [];
    const { headers } = await webApp().request(address);
    expect(headers.get('cache-control')).toContain('immutable');
    expect((await webApp().request('/assets/style.css')).headers.get('cache-control')).toBe('no-cache');
  });

  it('are those of the page and no others', async () => {
    expect((await webApp().request('/assets/..%2fapi.ts')).status).toBe(404);
    expect((await webApp().request('/assets/constructor')).status).toBe(404);
  });
});

describe('a mounted route', () => {
  const routes = [{ path: '/hook', handle: async (request: globalThis.Request) => new Response(await request.text()) }];

  it('gets its POST requests and no others', async () => {
    const app = webApp({ routes });
    expect(await (await app.request('/hook', { method: 'POST', body: 'update' })).text()).toBe('update');
    expect((await app.request('/hook')).status).toBe(404);
  });

  it('is spared bodies that no platform sends', async () => {
    const response = await webApp({ routes }).request('/hook', {
      method: 'POST',
      body: 'a'.repeat(1024 * 1024 + 1),
      headers: { 'content-length': String(1024 * 1024 + 1) },
    });
    expect(response.status).toBe(413);
  });
});
