import { html } from 'hono/html';
import { encodeAction } from '../../../assistant/action.ts';
import type { Button, Field, Link, Reply } from '../../../assistant/reply.ts';
import { checkedLine, splitBody } from '../../reply-parts.ts';
import { PARAMETERS } from '../asked.ts';
import { isWebAddress, richText, type Markup } from './rich-text.ts';

/** A reply as the content of a page. */
export function answer(reply: Reply, question: string): Markup {
  const { lead, sections } = splitBody(reply.body);
  const buttons = (role: Button['role']) => reply.buttons.filter((button) => button.role === role);
  return html`<article class="answer kind-${reply.kind}" aria-labelledby="answer-title">
    ${
      reply.title === undefined
        ? html`<h1 id="answer-title" class="unseen">Answer</h1>`
        : html`<h1 id="answer-title">${reply.title}</h1>`
    }
    <div class="prose lead">${richText(lead)}</div>
    ${fieldList(reply.fields)} ${caution(reply.caution)}
    ${sections.length > 0 ? html`<div class="prose">${richText(sections)}</div>` : ''}
    ${buttonList('choices', 'Choices', buttons('choice'), question)} ${moreAndPages(reply, question)} ${sources(reply)}
    ${
      buttons('related').length > 0
        ? html`<section class="related" aria-labelledby="related-title">
            <h2 id="related-title">Related</h2>
            ${buttonList('chips', 'Related notes', buttons('related'), question)}
          </section>`
        : ''
    }
  </article>`;
}

/** The address that a button leads to. Whole notes have addresses of their own, to be kept and passed on. */
export function buttonAddress({ action }: Pick<Button, 'action'>, question: string): string {
  if (action.type === 'more' || (action.type === 'note' && action.fact === undefined && action.aspect === undefined))
    return noteAddress(action.note);
  const query = new URLSearchParams({
    ...(question !== '' && { [PARAMETERS.question]: question }),
    [PARAMETERS.action]: encodeAction(action),
  });
  return `/?${query.toString()}`;
}

/** The page of a whole note. */
export function noteAddress(id: string): string {
  return `/notes/${encodeURIComponent(id)}`;
}

function fieldList(fields: readonly Field[]): Markup | '' {
  if (fields.length === 0) return '';
  return html`<dl class="fields">
    ${fields.map(
      ({ name, value }) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function caution(text: string | undefined): Markup | '' {
  if (text === undefined) return '';
  return html`<div class="caution" role="note"><strong>Caution</strong> ${text}</div>`;
}

function buttonList(className: string, label: string, buttons: readonly Button[], question: string): Markup | '' {
  if (buttons.length === 0) return '';
  return html`<ul class="${className}" aria-label="${label}">
    ${buttons.map((button) => html`<li><a href="${buttonAddress(button, question)}">${button.label}</a></li>`)}
  </ul>`;
}

function moreAndPages({ buttons, title }: Reply, question: string): Markup | '' {
  const shown = buttons.filter(({ role }) => role === 'more' || role === 'navigation');
  if (shown.length === 0) return '';
  return html`<ul class="actions" aria-label="Go on">
    ${shown.map(
      (button) =>
        html`<li>
          <a class="${button.role}" href="${buttonAddress(button, question)}"
            >${button.label}${
              // "More" alone tells nothing to somebody who goes from link to link.
              button.role === 'more' && title !== undefined ? html`<span class="unseen"> on ${title}</span>` : ''
            }</a
          >
        </li>`,
    )}
  </ul>`;
}

function sources(reply: Reply): Markup | '' {
  const checked = checkedLine(reply);
  if (reply.links.length === 0 && checked === undefined) return '';
  return html`<section class="sources" aria-labelledby="sources-title">
    <h2 id="sources-title">Sources</h2>
    ${
      reply.links.length > 0
        ? html`<ol>
            ${reply.links.map((link) => html`<li>${sourceLink(link)}</li>`)}
          </ol>`
        : ''
    }
    ${checked === undefined ? '' : html`<p class="checked">${checked}</p>`}
  </section>`;
}

function sourceLink({ title, url }: Link): Markup {
  if (!isWebAddress(url)) return html`${title}`;
  const host = URL.parse(url)?.hostname.replace(/^www\./, '');
  return html`<a href="${url}">${title}</a>${host === undefined ? '' : html` <span class="host">${host}</span>`}`;
}
