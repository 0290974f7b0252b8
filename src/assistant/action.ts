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
  | { readonly type: 'next'; readonly note: string }
  /** Show a note beside what is there, so that a quiz isn't lost. */
  | { readonly type: 'read'; readonly note: string }
  /** Answer a question of a quiz session; position and option are counted from 0. */
  | { readonly type: 'answer'; readonly session: string; readonly position: number; readonly option: number }
  /** Show the question that a quiz session is at, or its result when all are answered. */
  | { readonly type: 'question'; readonly session: string }
  /** Show again what an answer was told, which changes nothing. */
  | { readonly type: 'verdict'; readonly session: string; readonly position: number }
  /** Ask again what was missed in a quiz session. */
  | { readonly type: 'retry'; readonly session: string }
  /** Choose an option in a group's round. */
  | { readonly type: 'choose'; readonly round: string; readonly position: number; readonly option: number }
  /** Stop a group's round. */
  | { readonly type: 'stop'; readonly round: string }
  /** Say a command without arguments. */
  | { readonly type: 'command'; readonly name: string }
  /** Put a reminder off. */
  | { readonly type: 'snooze' }
  /** Delete everything about oneself, after having been asked whether that is really wanted. */
  | { readonly type: 'forget' };

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
    case 'read':
      return `${VERSION}:b:${action.note}`;
    case 'answer':
      return `${VERSION}:a:${action.session}:${action.position}:${action.option}`;
    case 'verdict':
      return `${VERSION}:v:${action.session}:${action.position}`;
    case 'question':
      return `${VERSION}:q:${action.session}`;
    case 'retry':
      return `${VERSION}:r:${action.session}`;
    case 'choose':
      return `${VERSION}:c:${action.round}:${action.position}:${action.option}`;
    case 'stop':
      return `${VERSION}:s:${action.round}`;
    case 'command':
      return `${VERSION}:d:${action.name}`;
    case 'snooze':
      return `${VERSION}:z`;
    case 'forget':
      return `${VERSION}:f`;
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
    case 'x':
    case 'b': {
      const [note = ''] = rest;
      if (rest.length !== 1 || !isNoteId(note)) return undefined;
      return { type: ({ m: 'more', x: 'next', b: 'read' } as const)[type], note };
    }
    case 'l': {
      const [page = '', ...encoded] = rest;
      const query = decodeListQuery(encoded.join(':'));
      return query && /^\d{1,3}$/.test(page) ? { type: 'list', query, page: Number(page) } : undefined;
    }
    default:
      return type === undefined ? undefined : decodeQuizAction(type, rest);
  }
}

function decodeQuizAction(type: string, rest: readonly string[]): Action | undefined {
  const [id = '', ...numbers] = rest;
  const isNumbered = numbers.length === 2 && numbers.every((number) => /^\d{1,2}$/.test(number));
  const [position = 0, option = 0] = numbers.map(Number);
  switch (type) {
    case 'a':
      return isNumbered && isRunId(id) ? { type: 'answer', session: id, position, option } : undefined;
    case 'c':
      return isNumbered && isRunId(id) ? { type: 'choose', round: id, position, option } : undefined;
    case 'v': {
      const [answered = ''] = numbers;
      if (numbers.length !== 1 || !/^\d{1,2}$/.test(answered) || !isRunId(id)) return undefined;
      return { type: 'verdict', session: id, position: Number(answered) };
    }
    case 'q':
      return rest.length === 1 && isRunId(id) ? { type: 'question', session: id } : undefined;
    case 'r':
      return rest.length === 1 && isRunId(id) ? { type: 'retry', session: id } : undefined;
    case 's':
      return rest.length === 1 && isRunId(id) ? { type: 'stop', round: id } : undefined;
    case 'd':
      return rest.length === 1 && /^[a-z0-9_]{1,32}$/.test(id) ? { type: 'command', name: id } : undefined;
    case 'z':
      return rest.length === 0 ? { type: 'snooze' } : undefined;
    case 'f':
      return rest.length === 0 ? { type: 'forget' } : undefined;
    default:
      return undefined;
  }
}

/** The id of a quiz session or a round. */
function isRunId(text: string): boolean {
  return /^[a-z0-9]{1,24}$/.test(text);
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
