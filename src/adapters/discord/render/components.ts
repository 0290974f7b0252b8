import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
} from 'discord.js';
import { encodeAction } from '../../../assistant/action.ts';
import type { Button } from '../../../assistant/reply.ts';
import { encodeControl } from '../custom-id.ts';
import { DISCORD_LIMITS } from '../limits.ts';
import { oneLine, shorten } from './escape.ts';

/** A row under a message: up to five buttons, or one menu. */
export type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/** The most buttons of a reply that a message shows, besides the one that removes it. */
export const MAX_REPLY_BUTTONS = DISCORD_LIMITS.rows * DISCORD_LIMITS.buttonsPerRow - 1;

/** A button as Discord takes it. */
export function button(
  label: string,
  customId: string,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  const text = shorten(oneLine(label), DISCORD_LIMITS.buttonLabel);
  return { type: ComponentType.Button, style, label: text === '' ? '…' : text, custom_id: customId };
}

/**
 * The controls under a message: choices as a menu, the options of a question in a row of their own, everything else as
 * buttons, at the end the one that removes the message. Doubles are left out, because Discord refuses a message in which two controls have the same custom id.
 *
 * @param pageButtons stand before the reply's own buttons
 * @param removableBy id of the user who may remove the message; nobody when absent
 */
export function renderControls(
  buttons: readonly Button[],
  pageButtons: readonly APIButtonComponentWithCustomId[],
  removableBy: string | undefined,
): Row[] {
  const menu = choiceMenu(buttons.filter(({ role }) => role === 'choice'));
  const options = rowsOf(uniqueButtons(buttons.filter(({ role }) => role === 'option').map(replyButton)));
  const others = buttons.filter(({ role }) => role !== 'choice' && role !== 'option').map(replyButton);
  const remove = removableBy === undefined ? [] : [removeButton(removableBy)];
  const room = (DISCORD_LIMITS.rows - menu.length - options.length) * DISCORD_LIMITS.buttonsPerRow - remove.length;
  const shown = uniqueButtons([...pageButtons, ...others]).slice(0, room);
  return [...menu, ...options, ...rowsOf([...shown, ...remove])].slice(0, DISCORD_LIMITS.rows);
}

function replyButton({ label, action, role }: Button): APIButtonComponentWithCustomId {
  const style = role === 'more' || role === 'option' ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return button(label, encodeControl({ type: 'action', action, page: 0 }), style);
}

function removeButton(asker: string): APIButtonComponentWithCustomId {
  return { ...button('Remove', encodeControl({ type: 'remove', asker })), emoji: { name: '🗑️' } };
}

function choiceMenu(choices: readonly Button[]): Row[] {
  const options = uniqueBy(
    choices.map(({ label, action }) => ({
      label: shorten(oneLine(label), DISCORD_LIMITS.selectOptionText) || '…',
      value: encodeAction(action),
    })),
    ({ value }) => value,
  ).slice(0, DISCORD_LIMITS.selectOptions);
  if (options.length === 0) return [];
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: encodeControl({ type: 'choose' }),
    placeholder: 'Choose one',
    options,
  };
  return [{ type: ComponentType.ActionRow, components: [select] }];
}

function rowsOf(buttons: readonly APIButtonComponentWithCustomId[]): Row[] {
  const { buttonsPerRow } = DISCORD_LIMITS;
  return Array.from({ length: Math.ceil(buttons.length / buttonsPerRow) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(row * buttonsPerRow, (row + 1) * buttonsPerRow),
  }));
}

function uniqueButtons(buttons: readonly APIButtonComponentWithCustomId[]) {
  return uniqueBy(buttons, (each) => each.custom_id);
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return items.filter((item, index) => items.findIndex((other) => key(other) === key(item)) === index);
}
