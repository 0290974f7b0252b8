import { decodeAction, encodeAction, type Action } from '../../assistant/action.ts';

/** What the custom id of a button or menu stands for. */
export type Control =
  /** Show what an action leads to; `page` counts from 0. */
  | { readonly type: 'action'; readonly action: Action; readonly page: number }
  /** A menu: what was picked stands in its values, each an encoded action. */
  | { readonly type: 'choose' }
  /** Delete the message; only `asker` may. */
  | { readonly type: 'remove'; readonly asker: string };

/**
 * A control as a custom id of at most 100 characters. It holds all that a press needs, so buttons outlive a restart.
 *
 * @see https://docs.discord.com/developers/components/reference#custom-id
 */
export function encodeControl(control: Control): string {
  switch (control.type) {
    case 'action':
      return control.page === 0 ? encodeAction(control.action) : `page:${control.page}:${encodeAction(control.action)}`;
    case 'choose':
      return 'choose';
    case 'remove':
      return `remove:${control.asker}`;
  }
}

/** The control that a custom id stands for; `undefined` for one that Otto did not write in this form. */
export function decodeControl(customId: string): Control | undefined {
  if (customId === 'choose') return { type: 'choose' };
  const [, asker] = /^remove:(\d{1,20})$/.exec(customId) ?? [];
  if (asker !== undefined) return { type: 'remove', asker };
  const [, page = '0', encoded = customId] = /^page:([1-9]\d{0,3}):(.+)$/.exec(customId) ?? [];
  const action = decodeAction(encoded);
  return action && { type: 'action', action, page: Number(page) };
}
