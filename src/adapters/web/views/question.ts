import { html } from 'hono/html';
import { encodeAction } from '../../../assistant/action.ts';
import type { Button, Reply, ShownQuestion } from '../../../assistant/reply.ts';
import { PARAMETERS } from '../asked.ts';
import { cookieRemark } from './cookie-remark.ts';
import { richText, type Markup } from './rich-text.ts';

/**
 * A quiz question with its options as buttons, or with its options marked once it is answered. The heading has the focus,
 * so that a screen reader begins with it and the keys that answer are at hand.
 */
export function questionCard({ title = 'Quiz', buttons }: Reply, question: ShownQuestion): Markup {
  const { marks, more } = question;
  return html`${marks ? verdictHeading(title, question) : html`<h1 ${FOCUSED} class="step">${title}</h1>`}
  ${marks ? markedOptions(question, marks) : optionForm(question, buttons)} ${clock(question)}
  ${more.length > 0 ? html`<div class="prose">${richText(more)}</div>` : ''}
  ${question.position === 0 && !marks ? cookieRemark() : ''}`;
}

const FOCUSED = html`id="answer-title" tabindex="-1" autofocus`;

function optionForm({ text, options }: ShownQuestion, buttons: readonly Button[]): Markup {
  const answers = buttons.filter(({ role }) => role === 'option');
  return html`<form action="/" method="post" class="question">
    <fieldset>
      <legend>${text}</legend>
      <ul class="options">
        ${answers.map(
          ({ action, label }, index) =>
            html`<li>
              <button
                name="${PARAMETERS.action}"
                value="${encodeAction(action)}"
                aria-keyshortcuts="${label} ${index + 1}"
                data-keys="${label.toLowerCase()} ${index + 1}"
              >
                <span class="letter">${label}</span> <span>${options[index] ?? ''}</span>
              </button>
            </li>`,
        )}
      </ul>
    </fieldset>
    <p class="keys">Or press ${keysOf(answers)}.</p>
  </form>`;
}

/** `A to D, or 1 to 4` */
function keysOf(answers: readonly Button[]): string {
  return `${answers[0]?.label ?? ''} to ${answers.at(-1)?.label ?? ''}, or 1 to ${answers.length}`;
}

function verdictHeading(title: string, { marks, position, total }: ShownQuestion): Markup {
  const isRight = marks?.chosen === marks?.correct;
  return html`<p class="step">Question ${position + 1} of ${total}</p>
    <h1 ${FOCUSED} class="verdict ${isRight ? 'is-right' : 'is-wrong'}">
      <span aria-hidden="true">${isRight ? '✓' : '✗'}</span> ${title}
    </h1>`;
}

function markedOptions({ text, options }: ShownQuestion, marks: NonNullable<ShownQuestion['marks']>): Markup {
  return html`<p class="asked" id="asked">${text}</p>
    <ol class="options" aria-labelledby="asked">
      ${options.map((option, index) => markedOption(option, index, marks))}
    </ol>`;
}

function markedOption(option: string, index: number, { chosen, correct }: NonNullable<ShownQuestion['marks']>): Markup {
  const isRight = index === correct;
  const isChosen = index === chosen;
  const name = isRight ? 'is-right' : isChosen ? 'is-wrong' : 'is-other';
  const mark = isRight ? (isChosen ? '✓ Your answer, right' : '✓ Right answer') : '✗ Your answer';
  return html`<li class="${name}">
    <span class="letter">${String.fromCodePoint(65 + index)}</span> <span>${option}</span>
    ${isRight || isChosen ? html`<strong class="mark">${mark}</strong>` : ''}
  </li>`;
}

const SECOND_MS = 1000;

function clock({ msLeft }: ShownQuestion): Markup | '' {
  if (msLeft === undefined) return '';
  // The script counts down in the timer, which screen readers leave alone, and tells the last minutes in the status.
  return html`<p class="clock">
    Time left: <span role="timer" data-ms-left="${Math.round(msLeft)}">${readableTime(msLeft)}</span>
    <span role="status" class="unseen"></span>
  </p>`;
}

/** `24:05` */
function readableTime(ms: number): string {
  const seconds = Math.ceil(ms / SECOND_MS);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
