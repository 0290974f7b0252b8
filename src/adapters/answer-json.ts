import type { Attachment, Link, NoteReference, Reply, ReplyKind } from '../assistant/reply.ts';
import { joinParts, PLAIN, renderAnswer, renderChoices } from './plain-text.ts';

/** An answer as scripts read it, from the terminal and from the web API alike; documented in docs/api.md. */
export interface AnswerJson {
  /** The question as it was asked. */
  readonly question: string;
  readonly kind: ReplyKind;
  /** The notes that the answer speaks of, best first. */
  readonly notes: readonly NoteReference[];
  /** What a person would read, as plain text; the sources stand in `links`. */
  readonly text: string;
  readonly links: readonly Link[];
  /** Files to keep, such as an export; absent when there are none. */
  readonly attachments?: readonly Attachment[];
  /** How long the answer took, in milliseconds. */
  readonly ms: number;
}

/**
 * A reply in the documented JSON form.
 *
 * @param ms how long the answer took, in milliseconds
 */
export function toJson(question: string, reply: Reply, ms: number): AnswerJson {
  return {
    question,
    kind: reply.kind,
    notes: reply.notes.map(({ id, kind, title, aliases }) => ({ id, kind, title, aliases })),
    text: joinParts(renderAnswer(reply, PLAIN), renderChoices(reply, PLAIN)),
    links: reply.links.map(({ title, url }) => ({ title, url })),
    ...(reply.attachments && {
      attachments: reply.attachments.map(({ name, mediaType, content }) => ({ name, mediaType, content })),
    }),
    ms: Math.round(ms * 100) / 100,
  };
}
