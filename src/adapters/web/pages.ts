import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { Assistant } from '../../assistant/assistant.ts';
import type { Reply } from '../../assistant/reply.ts';
import { readAsked, requestIn } from './asked.ts';
import type { Assets } from './assets.ts';
import { NO_SUCH_NOTE, type Rejection } from './rejection.ts';
import { currentSession, openSession } from './session.ts';
import { answer } from './views/answer.ts';
import { home } from './views/home.ts';
import { layout } from './views/layout.ts';
import { notice } from './views/notice.ts';
import { wholeNote } from './whole-note.ts';

/** What the pages are made from. */
export interface PagesParts {
  readonly assistant: Assistant;
  readonly assets: Assets;
  readonly newSessionId: () => string;
}

/** The pages for people: the search page, answers, whole notes. */
export function pageRoutes({ assistant, assets, newSessionId }: PagesParts): Hono {
  const pages = new Hono();

  pages.get('/', async (context) => {
    // What is shown depends on what was asked before, so no cache may keep it for somebody else.
    context.header('Cache-Control', 'private, no-cache');
    const asked = readAsked(new URL(context.req.url).searchParams, assistant);
    if (asked === undefined) {
      const main = home(assistant.commands);
      return context.html(
        layout({ title: 'Otto: ask about IT and OT security', question: '', isHome: true, assets, main }),
      );
    }
    if ('status' in asked) return noticePage(asked, assets);
    const { question, input } = asked;
    const session =
      input.type === 'question' ? openSession(context, newSessionId) : (currentSession(context) ?? newSessionId());
    const reply = await assistant.respond(requestIn(session, input, context.req.header('accept-language')));
    return context.html(answerPage(reply, question, assets));
  });

  pages.get('/notes/:id', etag(), async (context) => {
    const session = currentSession(context) ?? newSessionId();
    const reply = await wholeNote(context.req.param('id'), session, assistant);
    if (!reply) return noticePage(NO_SUCH_NOTE, assets);
    context.header('Cache-Control', 'no-cache');
    return context.html(answerPage(reply, '', assets));
  });
  return pages;
}

/** A page that says why there is no answer. */
export async function noticePage({ status, message }: Rejection, assets: Assets): Promise<Response> {
  const title = { 400: 'I cannot read that', 404: 'Not here', 414: 'Too long', 500: 'Something went wrong' }[status];
  const page = layout({ title: `${title} · Otto`, question: '', isHome: false, assets, main: notice(title, message) });
  return new Response(String(await page), { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

function answerPage(reply: Reply, question: string, assets: Assets) {
  const title = `${reply.title ?? (question === '' ? 'Answer' : question)} · Otto`;
  return layout({ title, question, isHome: false, assets, main: answer(reply, question) });
}
