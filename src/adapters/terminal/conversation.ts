import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Assistant } from '../../assistant/assistant.ts';
import type { Input } from '../../assistant/request.ts';
import type { TextStyle } from '../plain-text.ts';
import { completeInput, readInput } from '../typed-input.ts';
import { wrapText } from '../wrap-text.ts';
import type { Write } from './output.ts';
import { renderTurn } from './render-turn.ts';
import { requestIn } from './request.ts';
import { saveFiles } from './save-files.ts';
import { FIRST_TURN, inputOf, turnAfter } from './turn.ts';

const GREETING = 'I am Otto. Ask me about IT and OT security. /help tells what I can do; Ctrl-D or "exit" leaves.';

/** Words that leave the conversation. */
const FAREWELLS: ReadonlySet<string> = new Set(['exit', 'quit']);

/** Completions offered at one press of the tab key. */
const MAX_COMPLETIONS = 30;

/** What a conversation needs. */
export interface ConversationParts {
  readonly assistant: Assistant;
  /** Said before the first line, as if it had been typed. */
  readonly opening?: string | undefined;
  readonly input: Readable;
  readonly output: Writable;
  readonly write: Write;
  readonly style: TextStyle;
  /** Whether it is a terminal, whose lines are edited as they are typed; otherwise lines come from a pipe. */
  readonly isTerminal: boolean;
  /** Where files that Otto gives are saved. */
  readonly folder: string;
}

/** Talks with the person at the terminal until they leave. */
export async function converse({
  assistant,
  opening,
  input,
  output,
  write,
  style,
  isTerminal,
  folder,
}: ConversationParts): Promise<void> {
  await write(`${wrapText(GREETING, style.columns)}\n\n`);
  let turn = FIRST_TURN;
  const say = async (said: Input) => {
    const reply = await assistant.respond(requestIn('conversation', said));
    turn = turnAfter(said, reply, turn);
    await write(`\n${renderTurn(reply, style)}\n\n`);
    for (const saved of await saveFiles(reply.attachments ?? [], folder)) await write(`${saved}\n`);
  };
  // Before the lines are read, as one that comes while nobody waits for it is lost.
  if (opening !== undefined) await say(readInput(opening, assistant));
  const lines = createInterface({
    input,
    output,
    terminal: isTerminal,
    prompt: style.strong('> '),
    completer: (typed: string): [string[], string] => [completions(typed, assistant), typed],
  });
  let isOpen = true;
  lines.on('close', () => (isOpen = false));
  lines.on('SIGINT', () => lines.close());
  lines.prompt();
  for await (const line of lines) {
    if (FAREWELLS.has(line.trim().toLowerCase())) break;
    const said = inputOf(line, turn, assistant);
    if (said) await say(said);
    // The input may end while lines that were typed ahead are still being answered.
    if (isOpen) lines.prompt();
  }
  lines.close();
  await write('\n');
}

/** Whole lines for the tab key: those that go on from what was typed, or else all that were found. */
export function completions(typed: string, assistant: Assistant): string[] {
  const values = completeInput(typed, assistant, MAX_COMPLETIONS).map(({ value }) => value);
  const further = values.filter((value) => value.toLowerCase().startsWith(typed.trimStart().toLowerCase()));
  return further.length > 0 ? further : values;
}
