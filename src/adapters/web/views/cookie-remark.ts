import { html } from 'hono/html';
import type { Markup } from './rich-text.ts';

/** What starting a quiz leaves in the browser, and how to be rid of it. */
export function cookieRemark(): Markup {
  return html`<p class="remark">
    A quiz is remembered by a cookie that this browser keeps for 400 days after the last answer, and by nothing else.
    <code>/forget</code> deletes it together with all that Otto remembers about you.
  </p>`;
}
