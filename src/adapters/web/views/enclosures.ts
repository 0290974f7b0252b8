import { html } from 'hono/html';
import type { Attachment, Picture } from '../../../assistant/reply.ts';
import { PARAMETERS } from '../asked.ts';
import type { Markup } from './rich-text.ts';

/** A reply's picture, within the page itself. */
export function picture(shown: Picture | undefined): Markup | '' {
  if (!shown) return '';
  const png = Buffer.from(shown.png).toString('base64');
  return html`<img class="picture" src="data:image/png;base64,${png}" alt="${shown.description}" />`;
}

/**
 * A reply's files as links that download them.
 *
 * @param question what was asked, which is asked again to get a file
 */
export function attachments(files: readonly Attachment[] = [], question: string): Markup | '' {
  if (files.length === 0) return '';
  return html`<ul class="actions" aria-label="Files">
    ${files.map(({ name }) => {
      const query = new URLSearchParams({ [PARAMETERS.question]: question, [PARAMETERS.file]: name });
      return html`<li><a class="more" href="/?${query.toString()}" download="${name}">Download ${name}</a></li>`;
    })}
  </ul>`;
}
