import { Hono } from 'hono';
import type { Reply } from '../../assistant/reply.ts';
import type { Input } from '../../assistant/request.ts';
import { changesState, readAsked, requestIn } from './asked.ts';
import { limitBody } from './limits.ts';
import { answerPage, noticePage, type PagesParts } from './pages.ts';
import { pageOf, quizAddress } from './quiz-address.ts';
import { FOREIGN_FORM } from './rejection.ts';
import { isSameOrigin } from './same-origin.ts';
import { currentSession, endSession, keepSession } from './session.ts';

/**
 * Takes what changes something: a pressed button or a command that was sent as a form of one of Otto's own pages. The
 * answer is the address of a page, so that loading it again presses nothing twice; where there is no such page, what was
 * pressed does nothing more at a second time.
 */
export function pressRoutes({ assistant, assets, newSessionId }: PagesParts): Hono {
  const presses = new Hono();
  presses.post('/', limitBody(), async (context) => {
    if (!isSameOrigin(context.req.raw.headers)) return noticePage(FOREIGN_FORM, assets);
    const form = new URLSearchParams(await context.req.text());
    const asked = readAsked(form, assistant);
    if (asked && 'status' in asked) return noticePage(asked, assets);
    if (!asked || !changesState(asked.input, assistant)) return context.redirect(addressOf(form, asked?.input), 303);
    const { question, input } = asked;
    const session = currentSession(context) ?? newSessionId();
    const reply = await assistant.respond(requestIn(session, input, context.req.header('accept-language')));
    const address = addressOfReply(input, reply);
    if (address !== undefined) {
      keepSession(context, session);
      return context.redirect(address, 303);
    }
    if (isForgetting(input) && reply.kind === 'quiz') endSession(context);
    context.header('Cache-Control', 'no-store');
    return context.html(answerPage(reply, question, assets));
  });
  return presses;
}

/** Where something that changes nothing can be read. */
function addressOf(form: URLSearchParams, input: Input | undefined): string {
  if (input?.type === 'action' && input.action.type === 'question') return quizAddress(input.action);
  const query = new URLSearchParams([...form].filter(([, value]) => value.trim() !== ''));
  if (input?.type === 'action' && input.action.type === 'command') return `/?q=%2F${input.action.name}`;
  return query.size === 0 ? '/' : `/?${query.toString()}`;
}

/** Where in a quiz somebody is after a press; `undefined` when they are in none. */
function addressOfReply(input: Input, reply: Reply): string | undefined {
  if (reply.question) return quizAddress(pageOf(reply.question));
  // The last answer of an exam leads to its report.
  const isAnswered = input.type === 'action' && input.action.type === 'answer' && reply.kind === 'quiz';
  return isAnswered ? quizAddress({ session: input.action.session }) : undefined;
}

function isForgetting(input: Input): boolean {
  return input.type === 'action' && input.action.type === 'forget';
}
