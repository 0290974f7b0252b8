import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { Assistant } from '../../assistant/assistant.ts';
import type { Attachment, Reply } from '../../assistant/reply.ts';
import { changesState, PARAMETERS, readAsked, requestIn } from './asked.ts';
import type { Assets } from './assets.ts';
import { decodeQuizPage, quizAddress, type QuizPage } from './quiz-address.ts';
import { NO_SUCH_NOTE, NO_SUCH_PAGE, type Rejection } from './rejection.ts';
import { currentSession, openSession } from './session.ts';
import { answer } from './views/answer.ts';
import { confirmation } from './views/confirmation.ts';
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
    const query = new URL(context.req.url).searchParams;
    const asked = readAsked(query, assistant);
    if (asked === undefined) {
      const main = home(assistant.commands);
      return context.html(
        layout({ title: 'Otto: ask about IT and OT security', question: '', isHome: true, assets, main }),
      );
    }
    if ('status' in asked) return noticePage(asked, assets);
    const { question, input } = asked;
    if (input.type === 'action' && input.action.type === 'question') return context.redirect(quizAddress(input.action));
    if (changesState(input, assistant)) {
      const main = confirmation(query, input);
      return context.html(layout({ title: 'Go on? · Otto', question, isHome: false, assets, main }));
    }
    const session =
      input.type === 'question' ? openSession(context, newSessionId) : (currentSession(context) ?? newSessionId());
    const reply = await assistant.respond(requestIn(session, input, context.req.header('accept-language')));
    const file = query.get(PARAMETERS.file);
    if (file === null) return context.html(answerPage(reply, question, assets));
    const attachment = reply.attachments?.find(({ name }) => name === file);
    return attachment ? download(attachment) : noticePage(NO_SUCH_PAGE, assets);
  });

  pages.get('/notes/:id', etag(), async (context) => {
    const session = currentSession(context) ?? newSessionId();
    const reply = await wholeNote(context.req.param('id'), session, assistant);
    if (!reply) return noticePage(NO_SUCH_NOTE, assets);
    context.header('Cache-Control', 'no-cache');
    return context.html(answerPage(reply, '', assets, decodeQuizPage(context.req.query(PARAMETERS.from) ?? '')));
  });
  return pages;
}

const TITLES: Readonly<Record<Rejection['status'], string>> = {
  400: 'I cannot read that',
  403: 'Not from here',
  404: 'Not here',
  405: 'Not this way',
  414: 'Too long',
  500: 'Something went wrong',
};

/** A page that says why there is no answer. */
export async function noticePage({ status, message }: Rejection, assets: Assets): Promise<Response> {
  const title = TITLES[status];
  const page = layout({ title: `${title} · Otto`, question: '', isHome: false, assets, main: notice(title, message) });
  return new Response(String(await page), { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/**
 * A reply as a page.
 *
 * @param question stands in the search box
 * @param quiz the page of a quiz that it is, or that it was opened from
 */
export function answerPage(reply: Reply, question: string, assets: Assets, quiz?: QuizPage) {
  const title = `${reply.title ?? (question === '' ? 'Answer' : question)} · Otto`;
  return layout({ title, question, isHome: false, assets, main: answer(reply, question, quiz) });
}

function download({ name, mediaType, content }: Attachment): Response {
  return new Response(content, {
    headers: {
      'Content-Type': `${mediaType}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`,
      'Cache-Control': 'no-store',
    },
  });
}
