import { html } from 'hono/html';
import type { Command, CommandArgument } from '../../../assistant/command.ts';
import { PARAMETERS } from '../asked.ts';
import { WEB_LIMITS } from '../limits.ts';
import type { Markup } from './rich-text.ts';

/** Questions that show what can be asked: a topic, one fact, a comparison, a difference. */
const EXAMPLES = ['What is Modbus?', 'Who was behind Stuxnet?', 'Modbus vs DNP3', 'Why is patching different in OT?'];

/** The command that the search box itself is. */
const QUESTION_COMMAND = 'ask';

/** What to do before the first question: examples, and every command as a link or a form. */
export function home(commands: readonly Command[]): Markup {
  const others = commands.filter(({ name }) => name !== QUESTION_COMMAND);
  const shortcuts = others.filter((command) => command.arguments.every(({ required }) => !required));
  const forms = others.filter((command) => !shortcuts.includes(command));
  return html`<section aria-labelledby="examples">
      <h2 id="examples">For example</h2>
      <ul class="examples">
        ${EXAMPLES.map((example) => html`<li><a href="${questionAddress(example)}">${example}</a></li>`)}
      </ul>
    </section>
    ${
      shortcuts.length > 0
        ? html`<section aria-labelledby="shortcuts">
            <h2 id="shortcuts">Look around</h2>
            <ul class="shortcuts">
              ${shortcuts.map(
                ({ name, description }) =>
                  html`<li>
                    <a href="${questionAddress(`/${name}`)}"><b>/${name}</b> <span>${description}</span></a>
                  </li>`,
              )}
            </ul>
          </section>`
        : ''
    }
    ${
      forms.length > 0
        ? html`<section aria-labelledby="commands">
            <h2 id="commands">Ask precisely</h2>
            <div class="commands">${forms.map(commandForm)}</div>
          </section>`
        : ''
    }`;
}

/** The page that answers a question. */
export function questionAddress(question: string): string {
  return `/?${new URLSearchParams({ [PARAMETERS.question]: question }).toString()}`;
}

function commandForm(command: Command): Markup {
  return html`<details>
    <summary><b>/${command.name}</b> <span>${command.description}</span></summary>
    <form action="/" method="get">
      <input type="hidden" name="${PARAMETERS.command}" value="${command.name}" />
      ${command.arguments.map((argument) => argumentField(command, argument))}
      <button type="submit">Show</button>
    </form>
  </details>`;
}

function argumentField({ name: command }: Command, argument: CommandArgument): Markup {
  const id = `${command}-${argument.name}`;
  const field = PARAMETERS.argument(argument.name);
  const required = argument.required ? html`required` : '';
  const suggest = `/api/suggest?${new URLSearchParams({ command, argument: argument.name }).toString()}`;
  return html`<div class="field">
    <label for="${id}">${argument.description}${argument.required ? '' : ' (optional)'}</label>
    ${
      argument.choices
        ? html`<select id="${id}" name="${field}" ${required}>
            <option value="">${argument.required ? 'Choose' : 'Any'}</option>
            ${argument.choices.map((choice) => html`<option value="${choice}">${choice}</option>`)}
          </select>`
        : html`<div class="box" ${argument.suggest ? html`data-suggest="${suggest}"` : ''}>
            <input
              id="${id}"
              name="${field}"
              maxlength="${WEB_LIMITS.questionLength}"
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              ${required}
            />
          </div>`
    }
  </div>`;
}
