import { html } from 'hono/html';
import type { SentMessage, TelegramServer } from '../../test/wire/telegram-server/index.ts';
import { layout, type Markup } from './layout.ts';

const QUESTION = 'when was triton found';

const QUIZ = '/quiz incidents 3';

/** A private chat on Telegram, laid out from the messages that the server got. */
export async function telegramChat({ people }: TelegramServer): Promise<string> {
  const person = people.person('Alice');
  const chat = people.privateChat(person);
  people.say(person, chat, QUESTION);
  const message = await chat.answers.next();
  return layout('in a Telegram chat', STYLE, [html`<p class="asked">${QUESTION}</p>`, answer(message)]);
}

/** A quiz on Telegram: one of its own, voted in, and what Otto says to the vote. */
export async function telegramQuiz({ people }: TelegramServer): Promise<string> {
  const person = people.person('Alice');
  const chat = people.privateChat(person);
  people.say(person, chat, QUIZ);
  const question = await chat.answers.next();
  people.vote(person, question, question.poll?.correct[0] ?? 0);
  const verdict = await chat.answers.next();
  return layout('in a Telegram chat', STYLE, [html`<p class="asked">${QUIZ}</p>`, poll(question), answer(verdict)]);
}

function poll({ text, poll }: SentMessage): Markup {
  return html`<div class="answered poll">
    <b>${text}</b>
    <small>Quiz</small>
    ${poll?.options.map((option, index) => html`<span>${poll.correct.includes(index) ? '✓' : '○'} ${option}</span>`)}
  </div>`;
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
  .poll { display: flex; flex-direction: column; gap: 8px; padding: 12px 16px; border-radius: 14px 14px 14px 4px; background: #fff; }
  .row { display: flex; gap: 6px; margin-top: 6px; }
  .row span { flex: 1; padding: 6px 10px; border-radius: 10px; background: #dbe3df; text-align: center; font-size: 14.5px; }
  .bold { font-weight: 600; }
  .italic { font-style: italic; color: #55625f; }
  .code, .pre { font-family: 'DejaVu Sans Mono', monospace; font-size: 0.9em; }
  .text_link { color: #0b5e5a; text-decoration: underline; }
`;
