import type { Readable, Writable } from 'node:stream';
import type { Assistant } from '../../assistant/assistant.ts';
import { converse } from './conversation.ts';
import { answerJsonLines, answerLine, toLine } from './json-lines.ts';
import { OutputClosed, writerTo } from './output.ts';
import { readLines } from './read-lines.ts';
import { terminalStyle } from './style.ts';
import { answerText, answerTextLines } from './text-lines.ts';

/** How Otto is asked on a terminal or in a pipe. */
export interface AskOptions {
  readonly assistant: Assistant;
  /** Begins a conversation by saying this, even in a pipe. */
  readonly opening?: string;
  /** Where files that Otto gives are saved. */
  readonly folder: string;
  /** The one question to answer; without it, questions come from the input. */
  readonly question?: string;
  /** Whether answers are JSON objects, one a line. */
  readonly json: boolean;
  /** Tells how an answer came about; with it, each JSON answer carries that in `explain`. */
  readonly explain?: (question: string) => object;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number;
}

/**
 * Answers on the terminal: one question, a conversation on a TTY, or every line of the input. Ends with the input, or when
 * nobody reads the output any more.
 */
export async function runAsk(options: AskOptions): Promise<void> {
  try {
    await answerAll(options);
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
  }
}

async function answerAll({
  assistant,
  opening,
  folder,
  question,
  json,
  explain,
  input,
  output,
  environment,
  now,
}: AskOptions): Promise<void> {
  const write = writerTo(output);
  const isTTY = output.isTTY === true;
  const style = terminalStyle({ isTTY, columns: output.columns, environment });
  if (json) {
    if (question === undefined) return answerJsonLines(readLines(input), { assistant, explain, write, now });
    return write(`${toLine(await answerLine({ question }, 'argument', { assistant, explain, now }))}\n`);
  }
  if (question !== undefined) return answerText(question, { assistant, write, style, folder });
  const isTerminal = isTTY && input.isTTY === true;
  if (isTerminal || opening !== undefined) {
    return converse({ assistant, opening, input, output, write, style, isTerminal, folder });
  }
  return answerTextLines(readLines(input), { assistant, write, style, folder });
}
