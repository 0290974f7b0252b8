import type { Item } from '../../../src/quiz/item.ts';
import { createItemPool, itemBatches } from '../../../src/quiz/item-pool.ts';
import { fixtureKnowledge } from '../../fixtures/assistant.ts';
import { FLAGS, type StoredMessage } from '../discord-server/index.ts';

const items = createItemPool(itemBatches(await fixtureKnowledge())).fitting({});

/** The title over a message. */
export function titleOf({ body }: StoredMessage): string {
  return shown(body.embeds?.[0]?.title ?? '');
}

/** What stands under the title, as people read it. */
export function textOf({ body }: StoredMessage): string {
  return shown(body.embeds?.[0]?.description ?? body.content ?? '');
}

/** The labels of the buttons, row by row. */
export function rowsOf({ body }: StoredMessage): readonly (readonly string[])[] {
  return (body.components ?? []).map(({ components }) =>
    components.flatMap((each) => ('label' in each ? (each.label ?? '') : [])),
  );
}

/** The labels of all buttons. */
export function labelsOf(message: StoredMessage): readonly string[] {
  return rowsOf(message).flat();
}

/** Whether only one person sees it. */
export function isHidden({ flags }: StoredMessage): boolean {
  return Boolean(flags & FLAGS.ephemeral);
}

/** The options of a question by their letters. */
export function optionsIn(message: StoredMessage): ReadonlyMap<string, string> {
  return new Map(
    [...textOf(message).matchAll(/^- ([A-H])\. (.+)$/gm)].map(([, letter = '', text = '']) => [letter, text]),
  );
}

/**
 * The item that a message asks.
 *
 * @throws {Error} when it asks none
 */
export function itemIn(message: StoredMessage): Item {
  const text = textOf(message);
  const options = new Set(optionsIn(message).values());
  const item = items.find(
    ({ question, answer, wrong }) =>
      text.includes(question) && [answer, ...wrong.map((each) => each.text)].every((option) => options.has(option)),
  );
  if (!item) throw new Error(`This is no question: ${titleOf(message)} ${text}`);
  return item;
}

/** The letter of the right option, and of a wrong one. */
export function lettersIn(message: StoredMessage): { readonly right: string; readonly wrong: string } {
  const { answer } = itemIn(message);
  const options = [...optionsIn(message)];
  const [right = ''] = options.find(([, text]) => text === answer) ?? [];
  const [wrong = ''] = options.find(([, text]) => text !== answer) ?? [];
  return { right, wrong };
}

/** Discord's markdown as it is shown. */
function shown(markdown: string): string {
  return markdown
    .replace(/(?<!\\)(?:\*\*|\*|`|_)/g, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replaceAll('\u200B', '');
}
