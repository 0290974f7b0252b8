import type { Assistant } from '../../assistant/assistant.ts';
import { toJson } from '../answer-json.ts';
import { readInput } from '../typed-input.ts';
import type { Write } from './output.ts';
import { requestIn } from './request.ts';

/** One line of the input, understood. */
export type LineRequest =
  | { readonly question: string; readonly conversation?: string }
  /** A line that begins as a JSON object and is not one that can be answered. */
  | { readonly question: string; readonly error: string };

const FORM = 'expected plain text or {"question": "...", "conversation": "..."}';

/** Reads a line: a JSON object when it begins with a brace, a question in plain text otherwise. */
export function parseLine(line: string): LineRequest {
  if (!line.trimStart().startsWith('{')) return { question: line.trim() };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return {
      question: line,
      error: `malformed JSON (${error instanceof Error ? error.message : 'unreadable'}), ${FORM}`,
    };
  }
  // A text that begins with a brace and parses is an object.
  const { question, conversation } = value as Readonly<Record<string, unknown>>;
  if (typeof question !== 'string') return { question: line, error: `no text in "question", ${FORM}` };
  if (conversation === undefined || conversation === null) return { question };
  if (typeof conversation === 'string' || typeof conversation === 'number') {
    return { question, conversation: String(conversation) };
  }
  return { question, error: `"conversation" is neither a text nor a number, ${FORM}` };
}

/** What answering lines of JSON needs. */
export interface JsonParts {
  readonly assistant: Assistant;
  readonly write: Write;
  /** Tells how an answer came about; with it, each answer carries that in `explain`. */
  readonly explain?: ((question: string) => object) | undefined;
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number;
}

/** Answers one request a line with one JSON object a line, in order; the form stands in docs/api.md. */
export async function answerJsonLines(lines: AsyncIterable<string>, parts: JsonParts): Promise<void> {
  let count = 0;
  for await (const line of lines) {
    if (line.trim() === '') continue;
    count += 1;
    await parts.write(`${toLine(await answerLine(parseLine(line), `line-${count}`, parts))}\n`);
  }
}

/**
 * Answers one request.
 *
 * @param alone the place of a request that belongs to no conversation
 */
export async function answerLine(
  line: LineRequest,
  alone: string,
  { assistant, explain, now }: Omit<JsonParts, 'write'>,
) {
  if ('error' in line) return line;
  const started = now();
  const place = line.conversation === undefined ? alone : `conversation-${line.conversation}`;
  const reply = await assistant.respond(requestIn(place, readInput(line.question, assistant)));
  const answer = toJson(line.question, reply, now() - started);
  return explain ? { ...answer, explain: explain(line.question) } : answer;
}

/** JSON in one line for every reader: some break lines at U+0085, U+2028 and U+2029 too. */
export function toLine(value: object): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
