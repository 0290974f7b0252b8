import { html } from 'hono/html';
import type { Command } from '../../../assistant/command.ts';
import { PARAMETERS } from '../asked.ts';
import { commandForm, pageArguments } from './command-form.ts';
import { cookieRemark } from './cookie-remark.ts';
import { questionAddress } from './question-address.ts';
import type { Markup } from './rich-text.ts';

/** The quiz on the search page: a form to start one, the other commands of the quiz, and what the page can't do. */
export function quizMenu(commands: readonly Command[]): Markup | '' {
  if (commands.length === 0) return '';
  const here = commands.filter(({ needsChat }) => needsChat !== true);
  const elsewhere = commands.filter(({ needsChat }) => needsChat === true);
  const forms = here.filter((command) => command.changesState === true && pageArguments(command).length > 0);
  return html`<section class="quiz-menu" aria-labelledby="quiz-menu">
    <h2 id="quiz-menu">Quiz yourself</h2>
    <div class="starters">${forms.map((command) => commandForm(command, 'Start'))}</div>
    <ul class="shortcuts">
      ${here.filter((command) => !forms.includes(command)).map((command) => html`<li>${shortcut(command)}</li>`)}
    </ul>
    ${cookieRemark()}
    ${
      elsewhere.length > 0
        ? html`<p class="remark">
            Only in chats, on Telegram and Discord:
            ${elsewhere.map(({ name }, index) => html`${index > 0 ? ', ' : ''}<code>/${name}</code>`)}.
          </p>`
        : ''
    }
  </section>`;
}

/** A command without arguments: a link where it only reads, a button where it changes something. */
export function shortcut({ name, description, changesState }: Command): Markup {
  const inside = html`<b>/${name}</b> <span>${description}</span>`;
  if (changesState !== true) return html`<a href="${questionAddress(`/${name}`)}">${inside}</a>`;
  return html`<form action="/" method="post">
    <button name="${PARAMETERS.command}" value="${name}">${inside}</button>
  </form>`;
}
