import { html } from 'hono/html';
import type { Command } from '../../../assistant/command.ts';
import { commandForm } from './command-form.ts';
import { questionAddress } from './question-address.ts';
import { quizMenu, shortcut } from './quiz-menu.ts';
import type { Markup } from './rich-text.ts';

/** Questions that show what can be asked: a topic, one fact, a comparison, a difference. */
const EXAMPLES = ['What is Modbus?', 'Who was behind Stuxnet?', 'Modbus vs DNP3', 'Why is patching different in OT?'];

/** The command that the search box itself is. */
const QUESTION_COMMAND = 'ask';

/** What to do before the first question: examples, the quiz, and every other command as a link or a form. */
export function home(commands: readonly Command[]): Markup {
  const others = commands.filter(({ name, theme }) => name !== QUESTION_COMMAND && theme !== 'quiz');
  const shortcuts = others.filter((command) => command.arguments.every(({ required }) => !required));
  const forms = others.filter((command) => !shortcuts.includes(command));
  return html`<section aria-labelledby="examples">
      <h2 id="examples">For example</h2>
      <ul class="examples">
        ${EXAMPLES.map((example) => html`<li><a href="${questionAddress(example)}">${example}</a></li>`)}
      </ul>
    </section>
    ${quizMenu(commands.filter(({ theme }) => theme === 'quiz'))}
    ${
      shortcuts.length > 0
        ? html`<section aria-labelledby="shortcuts">
            <h2 id="shortcuts">Look around</h2>
            <ul class="shortcuts">
              ${shortcuts.map((command) => html`<li>${shortcut(command)}</li>`)}
            </ul>
          </section>`
        : ''
    }
    ${
      forms.length > 0
        ? html`<section aria-labelledby="commands">
            <h2 id="commands">Ask precisely</h2>
            <div class="commands">
              ${forms.map(
                (command) =>
                  html`<details>
                    <summary><b>/${command.name}</b> <span>${command.description}</span></summary>
                    ${commandForm(command, 'Show')}
                  </details>`,
              )}
            </div>
          </section>`
        : ''
    }`;
}
