import { html } from 'hono/html';
import type { Input } from '../../../assistant/request.ts';
import type { Markup } from './rich-text.ts';

/** Asks for the press of a button where an address alone would change something. */
export function confirmation(query: URLSearchParams, input: Input): Markup {
  const name = input.type === 'command' ? html`<code>/${input.name}</code>` : 'That';
  return html`<article class="answer notice" aria-labelledby="answer-title">
    <h1 id="answer-title">Go on?</h1>
    <p>${name} begins or changes something, so it takes a press of the button.</p>
    <form action="/" method="post">
      ${[...query].map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}" />`)}
      <button>Go on</button>
    </form>
  </article>`;
}
