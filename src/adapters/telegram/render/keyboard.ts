import type { InlineKeyboardButton } from 'telegraf/types';
import { encodeAction } from '../../../assistant/action.ts';
import type { Button } from '../../../assistant/reply.ts';
import { TELEGRAM_LIMITS } from '../limits.ts';
import { run } from './styled-text.ts';

/** Rows of buttons under a message. */
export type Keyboard = readonly (readonly InlineKeyboardButton[])[];

/** Two labels of this length stand side by side on a phone without being cut. */
const SHORT_LABEL = 20;

/** The letters of a question's options stand side by side. */
const OPTIONS_IN_ROW = 4;

/** A reply's buttons: choices one below the other, the others side by side where two fit. */
export function keyboard(buttons: readonly Button[]): Keyboard {
  const rows: { readonly role: Button['role']; readonly buttons: InlineKeyboardButton[] }[] = [];
  for (const button of buttons) {
    const rendered = { text: label(button.label), callback_data: encodeAction(button.action) };
    const last = rows.at(-1);
    const fitsBeside =
      last !== undefined &&
      rowOf(last.role) === rowOf(button.role) &&
      button.role !== 'choice' &&
      last.buttons.length < (button.role === 'option' ? OPTIONS_IN_ROW : 2) &&
      [rendered, ...last.buttons].every(({ text }) => text.length <= SHORT_LABEL);
    if (fitsBeside) last.buttons.push(rendered);
    else rows.push({ role: button.role, buttons: [rendered] });
  }
  return rows.map((row) => row.buttons);
}

/** What may share a row: "More" is a way to go on, as the other navigation is. */
function rowOf(role: Button['role']): Button['role'] {
  return role === 'more' ? 'navigation' : role;
}

/** A label within the limit; an empty one, which Telegram refuses, as an ellipsis. */
function label(text: string): string {
  const clean = run(text).text.replace(/\s+/g, ' ').trim();
  if (clean === '') return '…';
  if (clean.length <= TELEGRAM_LIMITS.buttonLabel) return clean;
  // Half of a surrogate pair may be left at the end.
  return `${clean.slice(0, TELEGRAM_LIMITS.buttonLabel - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
