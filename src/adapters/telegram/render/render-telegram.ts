import type { Reply } from '../../../assistant/reply.ts';
import { checkedLine } from '../../reply-parts.ts';
import { splitRanges } from '../../split-text.ts';
import { TELEGRAM_LIMITS } from '../limits.ts';
import { blockText } from './blocks.ts';
import { toHtml } from './html.ts';
import { keyboard, type Keyboard } from './keyboard.ts';
import { join, run, slice, visibleText, type StyledText } from './styled-text.ts';

/** One message as Telegram takes it. */
export interface TelegramMessage {
  /** The text in Telegram's HTML. */
  readonly html: string;
  /** The same text as people see it, without markup. */
  readonly plain: string;
  readonly keyboard: Keyboard;
}

/** What stands in for a text of which Telegram would leave nothing. */
const NOTHING = '…';

/** A reply as one or more messages, split at paragraph borders, the buttons under the last. */
export function renderTelegram(reply: Reply): TelegramMessage[] {
  const text = replyText(reply);
  const visible = visibleText(text);
  const parts = splitRanges(visible, TELEGRAM_LIMITS.textLength)
    .map(({ start, end }) => slice(text, start, end))
    .filter((part) => !isBlank(visibleText(part)));
  if (parts.length === 0) parts.push([run(NOTHING)]);
  return parts.map((part, index) => ({
    html: toHtml(part),
    plain: visibleText(part),
    keyboard: index === parts.length - 1 ? keyboard(reply.buttons) : [],
  }));
}

/**
 * A reply as one message, for places where no second can be sent. What is too long loses its last blocks, never its
 * caution, sources or buttons.
 *
 * @returns the message, and whether something had to be left out
 */
export function renderSingle(reply: Reply): { readonly message: TelegramMessage; readonly shortened: boolean } {
  const candidates = [
    reply,
    ...reply.body.map((_, index) => ({ ...reply, body: reply.body.slice(0, reply.body.length - 1 - index) })),
    { ...reply, body: [], fields: [] },
  ];
  for (const candidate of candidates) {
    const [message, second] = renderTelegram(candidate);
    if (message && !second) return { message, shortened: candidate !== reply };
  }
  const [first = { html: NOTHING, plain: NOTHING, keyboard: [] }] = renderTelegram({ ...reply, body: [], fields: [] });
  return { message: { ...first, keyboard: keyboard(reply.buttons) }, shortened: true };
}

function replyText(reply: Reply): StyledText {
  const { title, body, fields, caution, links } = reply;
  const checked = checkedLine(reply);
  return join(
    [
      title === undefined ? [] : [run(title, { bold: true })],
      ...body.map(blockText),
      join(
        fields.map(({ name, value }) => [run(name, { bold: true }), run(`: ${value}`)]),
        '\n',
      ),
      caution === undefined ? [] : [run('⚠️ '), run('Caution: ', { bold: true }), run(caution)],
      join(
        [
          links.length > 0 ? [run('Sources', { bold: true })] : [],
          ...links.map((link) => [run('• '), run(link.title, { url: link.url })]),
        ],
        '\n',
      ),
      checked === undefined ? [] : [run(checked, { italic: true })],
    ],
    '\n\n',
  );
}

/** Whether only white space and invisible characters are left, which Telegram calls an empty message. */
function isBlank(text: string): boolean {
  return /^[\p{Z}\p{C}\s]*$/u.test(text);
}
