import { html } from 'hono/html';
import type { Markup } from './rich-text.ts';

/** A page that says why there is no answer and what to do instead. */
export function notice(title: string, message: string): Markup {
  return html`<article class="answer notice">
    <h1>${title}</h1>
    <p>${message}</p>
    <ul class="actions">
      <li><a class="more" href="/">Start again</a></li>
    </ul>
  </article>`;
}
