import { decodeAction, type Action } from '../../assistant/action.ts';
import type { Assistant } from '../../assistant/assistant.ts';
import type { Input, Request } from '../../assistant/request.ts';
import { readInput } from '../typed-input.ts';
import { WEB_LIMITS } from './limits.ts';
import { STALE_BUTTON, TOO_LONG, type Rejection } from './rejection.ts';

/** What an address asks for. */
export interface Asked {
  /** What stands in the search box. */
  readonly question: string;
  readonly input: Input;
}

/** Parameters of the page's addresses. */
export const PARAMETERS = Object.freeze({
  question: 'q',
  /** An encoded action: a button that was pressed. */
  action: 'a',
  /** A command's name; its arguments come as `arg.<name>`, which no other parameter can be taken for. */
  command: 'command',
  argument: (name: string) => `arg.${name}`,
  /** The name of an answer's file, to get that instead of the page. */
  file: 'file',
  /** The page of a quiz from which a note was opened. */
  from: 'from',
});

/**
 * Reads a page's address: a question or command line in `q`, a pressed button in `a`, or a filled-in command form.
 *
 * @returns `undefined` when nothing is asked
 */
export function readAsked(query: URLSearchParams, assistant: Assistant): Asked | Rejection | undefined {
  if ([...query.values()].some((value) => value.length > WEB_LIMITS.questionLength)) return TOO_LONG;
  const question = (query.get(PARAMETERS.question) ?? '').trim();
  const encoded = query.get(PARAMETERS.action);
  if (encoded !== null) {
    const action = decodeAction(encoded);
    return action ? { question, input: { type: 'action', action } } : STALE_BUTTON;
  }
  const name = query.get(PARAMETERS.command);
  if (name !== null) return { question, input: { type: 'command', name, values: argumentsOf(name, query, assistant) } };
  return question === '' ? undefined : { question, input: readInput(question, assistant) };
}

/** Whether doing that begins or changes something, so that visiting an address must not be enough. */
export function changesState(input: Input, { commands }: Pick<Assistant, 'commands'>): boolean {
  const says = (name: string) => commands.find((command) => command.name === name)?.changesState === true;
  switch (input.type) {
    case 'question':
      return false;
    case 'command':
      return says(input.name);
    case 'action':
      return input.action.type === 'command' ? says(input.action.name) : CHANGING.has(input.action.type);
  }
}

const CHANGING: ReadonlySet<Action['type']> = new Set(['answer', 'retry', 'choose', 'stop', 'snooze', 'forget']);

/**
 * The request of a browser or an API client in a session of its own.
 *
 * @param acceptLanguage the HTTP header of that name
 */
export function requestIn(session: string, input: Input, acceptLanguage = ''): Request {
  const locale = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*/i.exec(acceptLanguage)?.[0];
  return {
    asker: { platform: 'web', id: session },
    place: { id: session, kind: 'private' },
    input,
    ...(locale !== undefined && { locale }),
  };
}

function argumentsOf(name: string, query: URLSearchParams, { commands }: Assistant) {
  const command = commands.find((each) => each.name === name);
  const pairs = command?.arguments.flatMap((argument) => {
    const value = query.get(PARAMETERS.argument(argument.name))?.trim();
    return value ? [[argument.name, value] as const] : [];
  });
  return Object.fromEntries(pairs ?? []);
}
