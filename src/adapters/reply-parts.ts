import type { Block, Reply } from '../assistant/reply.ts';

/** A reply's body in two parts, so that fields and caution can stand after the answer and before the sections. */
export interface BodyParts {
  /** The answer itself: everything before the first heading. */
  readonly lead: readonly Block[];
  /** The sections, beginning with a heading; empty for a short answer. */
  readonly sections: readonly Block[];
}

/** Splits a body before its first heading. */
export function splitBody(body: readonly Block[]): BodyParts {
  const heading = body.findIndex(({ type }) => type === 'heading');
  const end = heading < 0 ? body.length : heading;
  return { lead: body.slice(0, end), sections: body.slice(end) };
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `Checked 22 November 2026`; `undefined` when the reply rests on no note. */
export function checkedLine({ reviewed }: Pick<Reply, 'reviewed'>): string | undefined {
  return reviewed === undefined ? undefined : `Checked ${DAY.format(new Date(reviewed))}`;
}
