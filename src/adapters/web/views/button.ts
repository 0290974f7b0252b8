import { html } from 'hono/html';
import { encodeAction, type Action } from '../../../assistant/action.ts';
import type { Button } from '../../../assistant/reply.ts';
import { PARAMETERS } from '../asked.ts';
import { encodeQuizPage, type QuizPage } from '../quiz-address.ts';
import type { Markup } from './rich-text.ts';

/** Where a button stands. */
export interface ButtonPlace {
  /** What stands in the search box. */
  readonly question: string;
  /** The page of a quiz that it stands on, to which notes lead back. */
  readonly quiz?: QuizPage | undefined;
}

/** What only reads and so may be a link, to be opened, kept and passed on. All else takes the press of a button. */
const READING: ReadonlySet<Action['type']> = new Set(['note', 'more', 'list', 'next', 'read', 'verdict']);

/** A button as a link, or as a form of its own when following links must not press it. */
export function buttonControl(button: Button, place: ButtonPlace, inside: Markup | string = button.label): Markup {
  if (READING.has(button.action.type)) {
    return html`<a class="${button.role}" href="${buttonAddress(button, place)}">${inside}</a>`;
  }
  return html`<form action="/" method="post">
    <button
      class="${button.role}"
      name="${PARAMETERS.action}"
      value="${encodeAction(button.action)}"
      ${button.action.type === 'question' ? html`aria-keyshortcuts="N Enter" data-keys="n enter"` : ''}
    >
      ${inside}
    </button>
  </form>`;
}

/** The address that a button leads to. Whole notes have addresses of their own, to be kept and passed on. */
export function buttonAddress({ action }: Pick<Button, 'action'>, { question, quiz }: ButtonPlace): string {
  if (action.type === 'read') return noteAddress(action.note, quiz);
  if (action.type === 'more' || (action.type === 'note' && action.fact === undefined && action.aspect === undefined))
    return noteAddress(action.note);
  const query = new URLSearchParams({
    ...(question !== '' && { [PARAMETERS.question]: question }),
    [PARAMETERS.action]: encodeAction(action),
  });
  return `/?${query.toString()}`;
}

/** The page of a whole note. */
function noteAddress(id: string, from?: QuizPage): string {
  const query = from ? `?${new URLSearchParams({ [PARAMETERS.from]: encodeQuizPage(from) }).toString()}` : '';
  return `/notes/${encodeURIComponent(id)}${query}`;
}
