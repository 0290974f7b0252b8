import type { Assistant } from '../../assistant/assistant.ts';
import { joinParts, renderAnswer, renderOffers, renderSources, type TextStyle } from '../plain-text.ts';
import { readInput } from '../typed-input.ts';
import type { Write } from './output.ts';
import { requestIn } from './request.ts';
import { saveFiles } from './save-files.ts';

/** What answering in text needs. */
export interface TextParts {
  readonly assistant: Assistant;
  readonly write: Write;
  readonly style: TextStyle;
  /** Where files that Otto gives are saved. */
  readonly folder: string;
}

/** Answers each line as a question of one conversation, an empty line between two answers. */
export async function answerTextLines(lines: AsyncIterable<string>, parts: TextParts): Promise<void> {
  let isFirst = true;
  for await (const line of lines) {
    if (line.trim() === '') continue;
    if (!isFirst) await parts.write('\n');
    isFirst = false;
    await answerText(line, parts);
  }
}

/** Answers one question. */
export async function answerText(question: string, { assistant, write, style, folder }: TextParts): Promise<void> {
  const reply = await assistant.respond(requestIn('lines', readInput(question, assistant)));
  const text = joinParts(renderAnswer(reply, style), renderSources(reply, style), renderOffers(reply, style));
  await write(`${text}\n`);
  for (const saved of await saveFiles(reply.attachments ?? [], folder)) await write(`${saved}\n`);
}
