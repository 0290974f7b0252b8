import { html } from 'hono/html';
import type { SentMessage, TelegramServer } from '../../test/wire/telegram-server/index.ts';
import { layout, type Markup } from './layout.ts';

const QUESTION = 'when was triton found';

/** A private chat on Telegram, laid out from the messages that the server got. */
export async function telegramChat({ people }: TelegramServer): Promise<string> {
  const person = people.person('Alice');
  const chat = people.privateChat(person);
  people.say(person, chat, QUESTION);
  const message = await chat.answers.next();
  return layout('in a Telegram chat', STYLE, [html`<p class="asked">${QUESTION}</p>`, answer(message)]);
}

function answer({ text, entities, keyboard }: SentMessage): Markup {
  return html`<div class="answered">
    <p class="text">${styled(text, entities)}</p>
    ${keyboard.map((row) => html`<div class="row">${row.map((button) => html`<span>${button.text}</span>`)}</div>`)}
  </div>`;
}

/** The text with its entities; Telegram's own order: outer ones first, none overlapping by halves. */
function styled(text: string, entities: SentMessage['entities'], from = 0, to = text.length): readonly Markup[] {
  const parts: Markup[] = [];
  let at = from;
  for (const [index, { type, offset, length }] of entities.entries()) {
    if (offset < at || offset + length > to) continue;
    const inner = styled(text, entities.slice(index + 1), offset, offset + length);
    parts.push(html`${text.slice(at, offset)}<span class="${type}">${inner}</span>`);
    at = offset + length;
  }
  parts.push(html`${text.slice(at, to)}`);
  return parts;
}

const STYLE = `
  .asked { align-self: flex-end; padding: 8px 14px; border-radius: 14px 14px 4px 14px; background: #cfe9e3; }
  .answered { align-self: flex-start; max-width: 620px; }
  .text { padding: 10px 16px; border-radius: 14px 14px 14px 4px; background: #fff; white-space: pre-line; overflow-wrap: anywhere; }
  .row { display: flex; gap: 6px; margin-top: 6px; }
  .row span { flex: 1; padding: 6px 10px; border-radius: 10px; background: #dbe3df; text-align: center; font-size: 14.5px; }
  .bold { font-weight: 600; }
  .italic { font-style: italic; color: #55625f; }
  .code, .pre { font-family: 'DejaVu Sans Mono', monospace; font-size: 0.9em; }
  .text_link { color: #0b5e5a; text-decoration: underline; }
`;
