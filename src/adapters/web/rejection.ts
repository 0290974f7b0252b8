import { WEB_LIMITS } from './limits.ts';

/** Why there is no answer, as a page and as a JSON error tell it. */
export interface Rejection {
  readonly status: 400 | 403 | 404 | 405 | 414 | 500;
  /** For programs; one of those listed in docs/api.md. */
  readonly code: string;
  /** For people: what happened and what to do. */
  readonly message: string;
}

export const TOO_LONG: Rejection = Object.freeze({
  status: 414,
  code: 'too_long',
  message: `That is longer than I can read. Please ask in at most ${WEB_LIMITS.questionLength} characters.`,
});

/** A button that Otto did not write in its present form. */
export const STALE_BUTTON: Rejection = Object.freeze({
  status: 400,
  code: 'unknown_action',
  message: 'I do not know that button; it may be from an older page. Please ask again in words.',
});

/** A form that was sent by another site, or by a program. */
export const FOREIGN_FORM: Rejection = Object.freeze({
  status: 403,
  code: 'foreign_form',
  message: 'That did not come from one of my own pages, so I did nothing. Please start again here.',
});

/** A command that begins or changes something, in an address that only reads. */
export const CHANGES_STATE: Rejection = Object.freeze({
  status: 405,
  code: 'changes_state',
  message:
    'That command changes something, which this address never does. Use it on the page, in a chat or in the terminal.',
});

export const NO_QUESTION: Rejection = Object.freeze({
  status: 400,
  code: 'no_question',
  message: 'There is no question, expected one in the parameter q.',
});

export const BAD_CONVERSATION: Rejection = Object.freeze({
  status: 400,
  code: 'bad_conversation',
  message: `The conversation is malformed, expected at most ${WEB_LIMITS.conversationLength} letters, digits or any of "_.:-".`,
});

export const NO_SUCH_NOTE: Rejection = Object.freeze({
  status: 404,
  code: 'no_such_note',
  message: 'There is no note with that name. Ask me about it in words.',
});

export const NO_SUCH_PAGE: Rejection = Object.freeze({
  status: 404,
  code: 'not_found',
  message: 'There is nothing at this address.',
});

/** A fault of ours, whose id stands in the log. */
export function internalFault(faultId: string): Rejection {
  return {
    status: 500,
    code: 'internal',
    message: `Something went wrong on my side. Please try again; if it stays, report it as ${faultId}.`,
  };
}
