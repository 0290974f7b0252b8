import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Assistant } from '../../assistant/assistant.ts';
import type { Button, Reply } from '../../assistant/reply.ts';
import type { Input } from '../../assistant/request.ts';
import { joinParts, printable, renderAnswer, renderSources, type TextStyle } from '../plain-text.ts';
import { completeInput, readInput } from '../typed-input.ts';
import { displayWidth, wrapText } from '../wrap-text.ts';
import type { Write } from './output.ts';
import { requestIn } from './request.ts';

const GREETING = 'I am Otto. Ask me about IT and OT security. /help tells what I can do; Ctrl-D or "exit" leaves.';

/** Words that leave the conversation. */
const FAREWELLS: ReadonlySet<string> = new Set(['exit', 'quit']);

/** Completions offered at one press of the tab key. */
const MAX_COMPLETIONS = 30;

/** What a conversation needs. */
export interface ConversationParts {
  readonly assistant: Assistant;
  readonly input: Readable;
  readonly output: Writable;
  readonly write: Write;
  readonly style: TextStyle;
}

/** Talks with the person at the terminal until they leave. */
export async function converse({ assistant, input, output, write, style }: ConversationParts): Promise<void> {
  const lines = createInterface({
    input,
    output,
    terminal: true,
    prompt: style.strong('> '),
    completer: (typed: string): [string[], string] => [completions(typed, assistant), typed],
  });
  let isOpen = true;
  lines.on('close', () => (isOpen = false));
  lines.on('SIGINT', () => lines.close());
  await write(`${wrapText(GREETING, style.columns)}\n\n`);
  lines.prompt();
  let buttons: readonly Button[] = [];
  for await (const line of lines) {
    if (FAREWELLS.has(line.trim().toLowerCase())) break;
    const chosen = inputOf(line, buttons, assistant);
    if (chosen) {
      const reply = await assistant.respond(requestIn('conversation', chosen));
      ({ buttons } = reply);
      await write(`\n${renderTurn(reply, style)}\n\n`);
    }
    // The input may end while lines that were typed ahead are still being answered.
    if (isOpen) lines.prompt();
  }
  lines.close();
  await write('\n');
}

/** A reply with its buttons numbered, to be pressed by typing the number. */
export function renderTurn(reply: Reply, style: TextStyle): string {
  const buttons = reply.buttons.map(({ label }, index) => `${style.strong(`[${index + 1}]`)} ${printable(label)}`);
  return joinParts(
    renderAnswer(reply, style),
    renderSources(reply, style),
    // Choices are read one below the other; the rest stands side by side.
    reply.kind === 'choices' ? buttons.join('\n') : sideBySide(buttons, style.columns),
  );
}

/** Whole lines for the tab key: those that go on from what was typed, or else all that were found. */
export function completions(typed: string, assistant: Assistant): string[] {
  const values = completeInput(typed, assistant, MAX_COMPLETIONS).map(({ value }) => value);
  const further = values.filter((value) => value.toLowerCase().startsWith(typed.trimStart().toLowerCase()));
  return further.length > 0 ? further : values;
}

/**
 * What a line asks for: the button with that number under the last answer, or a question or command. A number that no
 * button has may be a question itself, such as a port.
 */
export function inputOf(line: string, buttons: readonly Button[], assistant: Assistant): Input | undefined {
  const text = line.trim();
  if (text === '') return undefined;
  const button = /^\d+$/.test(text) ? buttons[Number(text) - 1] : undefined;
  return button ? { type: 'action', action: button.action } : readInput(text, assistant);
}

/** Puts items into lines of at most that many columns, never breaking within an item. */
function sideBySide(items: readonly string[], columns: number): string {
  return items.reduce((text, item) => {
    const line = text.slice(text.lastIndexOf('\n') + 1);
    if (line === '') return item;
    return text + (displayWidth(line) + 2 + displayWidth(item) <= columns ? '  ' : '\n') + item;
  }, '');
}
