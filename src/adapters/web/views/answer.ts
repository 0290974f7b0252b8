import { html } from 'hono/html';
import type { Button, Field, Link, Reply } from '../../../assistant/reply.ts';
import { checkedLine, splitBody } from '../../reply-parts.ts';
import { quizAddress, type QuizPage } from '../quiz-address.ts';
import { buttonControl, type ButtonPlace } from './button.ts';
import { attachments, picture } from './enclosures.ts';
import { questionCard } from './question.ts';
import { isWebAddress, richText, type Markup } from './rich-text.ts';

/**
 * A reply as the content of a page.
 *
 * @param question stands in the search box
 * @param quiz the page of a quiz that it is, or that a note was opened from
 */
export function answer(reply: Reply, question: string, quiz?: QuizPage): Markup {
  const place = { question, quiz };
  const buttons = (role: Button['role']) => reply.buttons.filter((button) => button.role === role);
  const isNote = quiz !== undefined && reply.kind !== 'quiz' && reply.notes.length > 0;
  return html`${isNote ? html`<p class="back"><a href="${quizAddress(quiz)}">Back to the quiz</a></p>` : ''}
    <article class="answer kind-${reply.kind}" aria-labelledby="answer-title">
      ${reply.question ? questionCard(reply, reply.question) : prose(reply)} ${picture(reply.picture)}
      ${attachments(reply.attachments, question)} ${buttonList('choices', 'Choices', buttons('choice'), place)}
      ${moreAndPages(reply, place)} ${sources(reply)}
      ${
        buttons('related').length > 0
          ? html`<section class="related" aria-labelledby="related-title">
              <h2 id="related-title">Related</h2>
              ${buttonList('chips', 'Related notes', buttons('related'), place)}
            </section>`
          : ''
      }
    </article>`;
}

function prose({ title, body, fields, caution: warning }: Reply): Markup {
  const { lead, sections } = splitBody(body);
  return html`${
      title === undefined
        ? html`<h1 id="answer-title" class="unseen">Answer</h1>`
        : html`<h1 id="answer-title">${title}</h1>`
    }
    <div class="prose lead">${richText(lead)}</div>
    ${fieldList(fields)} ${caution(warning)}
    ${sections.length > 0 ? html`<div class="prose">${richText(sections)}</div>` : ''}`;
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

function buttonList(className: string, label: string, buttons: readonly Button[], place: ButtonPlace): Markup | '' {
  if (buttons.length === 0) return '';
  return html`<ul class="${className}" aria-label="${label}">
    ${buttons.map((button) => html`<li>${buttonControl(button, place)}</li>`)}
  </ul>`;
}

function moreAndPages({ buttons, title }: Reply, place: ButtonPlace): Markup | '' {
  const shown = buttons.filter(({ role }) => role === 'more' || role === 'navigation');
  if (shown.length === 0) return '';
  return html`<ul class="actions" aria-label="Go on">
    ${shown.map((button) => html`<li>${buttonControl(button, place, labelOf(button, title))}</li>`)}
  </ul>`;
}

/** "More" alone tells nothing to somebody who goes from link to link. */
function labelOf({ role, label }: Button, title: string | undefined): Markup | string {
  return role === 'more' && title !== undefined ? html`${label}<span class="unseen"> on ${title}</span>` : label;
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
