import { html, raw } from 'hono/html';
import { marked } from 'marked';
import type { DiscordServer, StoredMessage } from '../../test/wire/discord-server/index.ts';
import { layout, type Markup } from './layout.ts';

const QUESTION = 'what is ransomware in ot';

/** A slash command on Discord, laid out from the message that the server got. */
export async function discordChat(server: DiscordServer): Promise<string> {
  const message = await server.person('alice').slash('ask', { question: QUESTION }).answer();
  return layout('in a Discord channel', STYLE, [
    html`<p class="asked"><b>alice</b> used <code>/ask</code> ${QUESTION}</p>`,
    answer(message),
  ]);
}

/** A quiz on Discord: a question, and what takes its place when an option is pressed. */
export async function discordQuiz(server: DiscordServer): Promise<string> {
  const person = server.person('bob');
  const question = await person.slash('quiz', { topic: 'protocols', count: '3' }).answer();
  const asked = answer(question);
  return layout('in a Discord channel', STYLE, [
    html`<p class="asked"><b>bob</b> used <code>/quiz</code> protocols 3</p>`,
    asked,
    html`<p class="asked"><b>bob</b> pressed <code>C</code></p>`,
    answer(await person.press(question, 'C').update()),
  ]);
}

function answer({ body }: StoredMessage): Markup {
  return html`<div class="answered">
    ${(body.embeds ?? []).map(
      ({ title = '', description = '', fields = [], footer, color = 0 }) =>
        html`<div class="embed" style="border-color: #${color.toString(16).padStart(6, '0')}">
          <div class="title">${markdown(title)}</div>
          ${markdown(description)}
          <div class="fields">
            ${fields.map(
              ({ name, value, inline }) =>
                html`<div class="${inline ? 'inline' : 'wide'}"><b>${markdown(name)}</b>${markdown(value)}</div>`,
            )}
          </div>
          <div class="footer">${footer?.text}</div>
        </div>`,
    )}
    ${(body.components ?? []).map(
      ({ components }) =>
        html`<div class="row">
          ${components.map((control) =>
            control.type === 2
              ? html`<span class="style${control.style}">${control.label}</span>`
              : html`<span class="menu">${control.placeholder} ▾</span>`,
          )}
        </div>`,
    )}
  </div>`;
}

/** Discord's markdown as HTML. Other than elsewhere, a line below a list that is no item ends the list there. */
function markdown(text: string): Markup {
  return raw(
    marked.parse(text.replaceAll('\u200B', '').replace(/\n(?=\*\*)/g, '\n\n'), {
      async: false,
      gfm: true,
      breaks: true,
    }),
  );
}

const STYLE = `
  .asked { color: #55625f; }
  .asked b, .asked code { color: #0b5e5a; }
  code { font-family: 'DejaVu Sans Mono', monospace; font-size: 0.9em; }
  .embed { padding: 14px 18px; border-left: 4px solid; border-radius: 6px; background: #fff; }
  .embed > * + * { margin-top: 10px; }
  .title { font-weight: 600; font-size: 18px; }
  pre { margin: 0; padding: 12px; border-radius: 6px; background: #f3f5f3; font-size: 13px; line-height: 1.45; white-space: pre-wrap; }
  ul { margin: 0; padding-left: 20px; }
  a { color: #0b5e5a; }
  .fields { display: flex; flex-wrap: wrap; gap: 10px 32px; font-size: 15px; }
  .wide { flex-basis: 100%; }
  .footer { color: #55625f; font-size: 13.5px; }
  .row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
  .row span { padding: 6px 14px; border-radius: 8px; background: #dbe3df; font-size: 14.5px; }
  .row .style1 { background: #0b5e5a; color: #fff; }
  .row .menu { flex: 1; border: 1px solid #c6cfca; background: #fff; }
`;
