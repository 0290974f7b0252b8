import type { Reply, ShownQuestion } from '../../assistant/reply.ts';
import { joinParts, printable, renderAnswer, renderBlocks, renderSources, type TextStyle } from '../plain-text.ts';
import { displayWidth, wrapText } from '../wrap-text.ts';

/** A reply with its buttons numbered, to be pressed by typing the number. */
export function renderTurn(reply: Reply, style: TextStyle): string {
  const { question } = reply;
  return joinParts(
    question?.marks ? renderVerdict(reply, question, question.marks, style) : renderAnswer(reply, style),
    renderSources(reply, style),
    renderButtons(reply, style),
    question ? style.faint(hintFor(reply, question)) : '',
  );
}

/** Right or wrong, and every option with its mark: a sign and a word, not colour alone. */
function renderVerdict(
  { title = '' }: Reply,
  { text, options, more }: ShownQuestion,
  { chosen, correct }: NonNullable<ShownQuestion['marks']>,
  style: TextStyle,
): string {
  const isRight = chosen === correct;
  const lines = options.map((option, index) => {
    const line = `${String.fromCodePoint(65 + index)}. ${printable(option)}`;
    if (index === correct) return style.right(wrapText(`✓ ${line} (right)`, style.columns, '     '));
    if (index === chosen) return style.wrong(wrapText(`✗ ${line} (your answer)`, style.columns, '     '));
    return wrapText(`  ${line}`, style.columns, '     ');
  });
  return joinParts(
    (isRight ? style.right : style.wrong)(`${isRight ? '✓' : '✗'} ${printable(title)}`),
    wrapText(printable(text), style.columns),
    lines.join('\n'),
    renderBlocks(more, style),
  );
}

function hintFor({ buttons }: Reply, { marks }: ShownQuestion): string {
  if (marks) return 'Enter goes on.';
  const names = buttons.filter(({ role }) => role === 'option').map(({ label }) => printable(label));
  return `Answer with ${names[0] ?? ''} to ${names.at(-1) ?? ''}, or 1 to ${names.length}.`;
}

function renderButtons({ buttons, kind }: Reply, style: TextStyle): string {
  const items = buttons.flatMap((button, index) =>
    button.role === 'option' ? [] : [`${style.strong(`[${index + 1}]`)} ${printable(button.label)}`],
  );
  // Choices are read one below the other; the rest stands side by side.
  return kind === 'choices' ? items.join('\n') : sideBySide(items, style.columns);
}

/** Puts items into lines of at most that many columns, never breaking within an item. */
function sideBySide(items: readonly string[], columns: number): string {
  return items.reduce((text, item) => {
    const line = text.slice(text.lastIndexOf('\n') + 1);
    if (line === '') return item;
    return text + (displayWidth(line) + 2 + displayWidth(item) <= columns ? '  ' : '\n') + item;
  }, '');
}
