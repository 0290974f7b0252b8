import { findSession } from '../store/sessions.ts';
import type { SessionTable } from '../store/schema.ts';
import type { Item } from './item.ts';
import type { QuizParts } from './quiz-parts.ts';
import { shownOptions, type ShownOptions } from './shown-options.ts';

/** A run of questions. */
export interface Session extends Omit<SessionTable, 'items'> {
  /** Ids of its items, in the order they are asked. */
  readonly items: readonly string[];
}

/** A question as it is shown. */
export interface Question {
  readonly session: Session;
  /** Counted from 0. */
  readonly position: number;
  readonly item: Item;
  readonly options: ShownOptions;
}

/** Reads a session; `undefined` when there is none by that id. */
export async function readSession({ db }: QuizParts, id: string): Promise<Session | undefined> {
  const row = await findSession(db, id);
  return row && fromRow(row);
}

/** The question at a position; `undefined` past the end, or when its note was changed since. */
export function questionAt({ pool }: QuizParts, session: Session, position: number): Question | undefined {
  const id = session.items[position];
  const item = id === undefined ? undefined : pool.get(id);
  return item && { session, position, item, options: shownOptions(item, `${session.id}:${position}`) };
}

/** A session as it stands in the database. */
export function fromRow(row: SessionTable): Session {
  // Written by `addSession` only, always as a list of texts.
  return { ...row, items: JSON.parse(row.items) as readonly string[] };
}
