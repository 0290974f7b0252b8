import { Hono, type Context } from 'hono';
import { requestIn } from './asked.ts';
import { answerPage, noticePage, type PagesParts } from './pages.ts';
import { decodeQuizPage, encodeQuizPage, pageOf, quizAddress } from './quiz-address.ts';
import { NO_SUCH_PAGE } from './rejection.ts';
import { currentSession } from './session.ts';

/** The pages of somebody's quiz: the question it is at or its result, and what each answer was told. To look counts nothing. */
export function quizRoutes({ assistant, assets, newSessionId }: PagesParts): Hono {
  const pages = new Hono();

  const show = async (context: Context, text: string) => {
    const page = decodeQuizPage(text);
    if (!page) return noticePage(NO_SUCH_PAGE, assets);
    const { session, position } = page;
    const action =
      position === undefined
        ? ({ type: 'question', session } as const)
        : ({ type: 'verdict', session, position } as const);
    const learner = currentSession(context) ?? newSessionId();
    const input = { type: 'action', action } as const;
    const reply = await assistant.respond(requestIn(learner, input, context.req.header('accept-language')));
    const shown = reply.question ? pageOf(reply.question) : page;
    if (encodeQuizPage(shown) !== encodeQuizPage(page)) return context.redirect(quizAddress(shown), 303);
    // The back button must show where the quiz is now.
    context.header('Cache-Control', 'no-store');
    context.header('X-Robots-Tag', 'noindex');
    return context.html(answerPage(reply, '', assets, page));
  };

  pages.get('/quiz/:session', (context) => show(context, context.req.param('session')));
  pages.get('/quiz/:session/:number', (context) =>
    show(context, `${context.req.param('session')}/${context.req.param('number')}`),
  );
  return pages;
}
