import { html } from 'hono/html';
import type { Command, CommandArgument } from '../../../assistant/command.ts';
import { PARAMETERS } from '../asked.ts';
import { WEB_LIMITS } from '../limits.ts';
import type { Markup } from './rich-text.ts';

/** The arguments that mean something on a page. */
export function pageArguments({ arguments: all }: Command): readonly CommandArgument[] {
  return all.filter(({ needsChat }) => needsChat !== true);
}

/** A form that says a command; one that changes something is sent in a way that no link can imitate. */
export function commandForm(command: Command, label: string): Markup {
  return html`<form action="/" method="${command.changesState === true ? 'post' : 'get'}">
    <input type="hidden" name="${PARAMETERS.command}" value="${command.name}" />
    ${pageArguments(command).map((argument) => argumentField(command, argument))}
    <button type="submit">${label}</button>
  </form>`;
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
