import type { Kind } from '../knowledge/kinds/index.ts';
import { paragraph, type Block } from '../knowledge/rich-text.ts';
import type { Action } from './action.ts';

export type { Block, Inline } from '../knowledge/rich-text.ts';
export { plainBlocks, plainText } from '../knowledge/rich-text.ts';

/** What sort of reply it is; part of the documented JSON form. */
export type ReplyKind = 'answer' | 'choices' | 'list' | 'comparison' | 'unknown' | 'quiz';

/** A link to a source, with its publisher when the title alone doesn't tell. */
export interface Link {
  readonly title: string;
  readonly url: string;
}

/** A short labelled line, shown as a table row or an embed field where the platform has those. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

/** A button. Its role lets a platform choose the best control: choices as a select menu, navigation in a row. */
export interface Button {
  readonly label: string;
  readonly action: Action;
  readonly role: 'choice' | 'option' | 'more' | 'related' | 'navigation';
}

/**
 * A quiz question that platforms with native quizzes can show as one of theirs, in the place of the body and of the
 * buttons whose role is `option`; those buttons stand in the order of the options.
 */
export interface Poll {
  /** At most 300 characters. */
  readonly question: string;
  /** At most 100 characters each. */
  readonly options: readonly string[];
  /** Where the right option stands, counted from 0. */
  readonly correct: number;
  /** At most 200 characters. */
  readonly explanation: string;
  /** The note that explains it, where nothing that follows the answer leads there. */
  readonly note?: NoteReference;
  /** Which question it is: handed back to the assistant with the platform's id of the poll. */
  readonly key: PollKey;
}

/** A question of a quiz session. */
export interface PollKey {
  readonly session: string;
  /** Counted from 0. */
  readonly position: number;
}

/** A quiz question in parts, for faces that show its options as controls of their own, in the place of the body. */
export interface ShownQuestion extends PollKey {
  /** Questions in the session. */
  readonly total: number;
  readonly text: string;
  /** In the order of the buttons whose role is `option`. */
  readonly options: readonly string[];
  /** The option that was chosen and the right one, counted from 0; once it is answered and may be told. */
  readonly marks?: { readonly chosen: number; readonly correct: number };
  /** How long is left when the session is timed, in milliseconds. */
  readonly msLeft?: number;
  /** What the body says besides. */
  readonly more: readonly Block[];
}

/** A picture with what it shows, for those who cannot see it. */
export interface Picture {
  readonly png: Uint8Array;
  readonly description: string;
}

/** A file to keep. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}

/** A note as the JSON form and links refer to it. */
export interface NoteReference {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly aliases: readonly string[];
}

/** What Otto says, for an adapter to render in its platform's dialect and within its limits. */
export interface Reply {
  readonly kind: ReplyKind;
  readonly title?: string;
  readonly body: readonly Block[];
  readonly fields: readonly Field[];
  /** What not to do to a running process; shown with every answer of the note, however it is shortened. */
  readonly caution?: string;
  readonly links: readonly Link[];
  readonly buttons: readonly Button[];
  /** The notes it speaks of, best first. */
  readonly notes: readonly NoteReference[];
  /** ISO day on which the facts were last checked. */
  readonly reviewed?: string;
  /** `asker`: on platforms that can, only the asker sees it. */
  readonly audience: 'everyone' | 'asker';
  /**
   * Where the answer to a pressed button goes. `replace`: it takes the place of the message with the button, which is what
   * happens when nothing is said. `beside`: a message of its own, and the one with the button stays. `notice`: a short
   * note for who pressed alone, and everything stays; its body is one plain paragraph of at most 200 characters.
   */
  readonly placement?: 'replace' | 'beside' | 'notice';
  readonly poll?: Poll;
  /** The question that it asks, or tells the verdict on. */
  readonly question?: ShownQuestion;
  readonly picture?: Picture;
  readonly attachments?: readonly Attachment[];
}

/** A reply of one plain paragraph and nothing else; the parts that differ come as `overrides`. */
export function plainReply(kind: ReplyKind, text: string, overrides: Partial<Reply> = {}): Reply {
  return {
    kind,
    body: [paragraph(text)],
    fields: [],
    links: [],
    buttons: [],
    notes: [],
    audience: 'everyone',
    ...overrides,
  };
}
