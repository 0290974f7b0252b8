import type { Kind } from '../knowledge/kinds/index.ts';
import { paragraph, type Block } from '../knowledge/rich-text.ts';
import type { Action } from './action.ts';

export type { Block, Inline } from '../knowledge/rich-text.ts';
export { plainBlocks, plainText } from '../knowledge/rich-text.ts';

/** What sort of reply it is; part of the documented JSON form. */
export type ReplyKind = 'answer' | 'choices' | 'list' | 'comparison' | 'unknown';

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
  readonly role: 'choice' | 'more' | 'related' | 'navigation';
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
