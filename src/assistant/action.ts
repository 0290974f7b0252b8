import { noteId } from '../knowledge/note.ts';
import { ASPECTS, type Aspect } from '../knowledge/vocabulary.ts';
import { FACT_QUESTIONS, type AskedFor, type FactQuestion } from '../search/asked-for.ts';
import { decodeListQuery, encodeListQuery, type ListQuery } from '../search/list-query.ts';

/**
 * What a button does. It travels inside the platform's button, so it must survive a restart of the bot and fit the
 * smallest room there is: 64 bytes of callback data on Telegram (https://core.telegram.org/bots/api#inlinekeyboardbutton).
 */
export type Action =
  /** Show a note, leading with the fact or the aspect of it that the question which led here asked for. */
  | { readonly type: 'note'; readonly note: string; readonly fact?: FactQuestion; readonly aspect?: Aspect }
  /** Show the rest of a note. */
  | { readonly type: 'more'; readonly note: string }
  /** Show one page of a list, counted from 0. */
  | { readonly type: 'list'; readonly query: ListQuery; readonly page: number }
  /** "Not this one": the next best note for the asker's last question; `note` is the one that was wrong. */
  | { readonly type: 'next'; readonly note: string };

/** The most bytes {@link encodeAction} ever makes. */
export const MAX_ACTION_BYTES = 64;

/** Changes when the form of encoded actions changes, so that buttons from before an update are told apart. */
const VERSION = '1';

/** An action as the text that travels in a button: ASCII, at most {@link MAX_ACTION_BYTES} bytes. */
export function encodeAction(action: Action): string {
  switch (action.type) {
    case 'note':
      return [VERSION, 'n', action.note, ...encodeAsked(action)].join(':');
    case 'more':
      return `${VERSION}:m:${action.note}`;
    case 'next':
      return `${VERSION}:x:${action.note}`;
    case 'list':
      return `${VERSION}:l:${action.page}:${encodeListQuery(action.query)}`;
  }
}

/** The action that a button's text stands for; `undefined` for anything that Otto did not write in this form. */
export function decodeAction(data: string): Action | undefined {
  const [version, type, ...rest] = data.split(':');
  if (version !== VERSION) return undefined;
  switch (type) {
    case 'n': {
      const [note = '', asked, ...more] = rest;
      const askedFor = decodeAsked(asked);
      return more.length === 0 && isNoteId(note) && askedFor ? { type: 'note', note, ...askedFor } : undefined;
    }
    case 'm':
    case 'x': {
      const [note = ''] = rest;
      if (rest.length !== 1 || !isNoteId(note)) return undefined;
      return { type: type === 'm' ? 'more' : 'next', note };
    }
    case 'l': {
      const [page = '', ...encoded] = rest;
      const query = decodeListQuery(encoded.join(':'));
      return query && /^\d{1,3}$/.test(page) ? { type: 'list', query, page: Number(page) } : undefined;
    }
    default:
      return undefined;
  }
}

function isNoteId(text: string): boolean {
  return noteId.safeParse(text).success;
}

/** What is asked for, as `f0`, `a17` or `f0a17`; nothing when nothing special is. */
function encodeAsked({ fact, aspect }: AskedFor): readonly string[] {
  const encoded = `${fact ? `f${FACT_QUESTIONS.indexOf(fact)}` : ''}${aspect ? `a${ASPECTS.indexOf(aspect)}` : ''}`;
  return encoded === '' ? [] : [encoded];
}

function decodeAsked(encoded: string | undefined): AskedFor | undefined {
  if (encoded === undefined) return {};
  const [, factIndex, aspectIndex] = /^(?:f(\d{1,2}))?(?:a(\d{1,2}))?$/.exec(encoded) ?? [];
  const fact = FACT_QUESTIONS[Number(factIndex)];
  const aspect = ASPECTS[Number(aspectIndex)];
  const isWhole = (factIndex === undefined || fact) && (aspectIndex === undefined || aspect);
  return isWhole && (fact || aspect) ? { ...(fact && { fact }), ...(aspect && { aspect }) } : undefined;
}
