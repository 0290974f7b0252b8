import type { Button, Reply, ShownQuestion } from '../../assistant/reply.ts';
import type { Assistant } from '../../assistant/assistant.ts';
import type { Input } from '../../assistant/request.ts';
import { readInput } from '../typed-input.ts';

/** What the next line that somebody types can refer to. */
export interface Turn {
  /** The buttons under the last answer, pressed by their numbers. */
  readonly buttons: readonly Button[];
  /** The options of the quiz question that is still open, pressed by their letters, whatever was shown since. */
  readonly options: readonly Button[];
  /** What an empty line presses: the way on in a quiz. */
  readonly next?: Button;
}

/** Nothing was said yet. */
export const FIRST_TURN: Turn = Object.freeze({ buttons: [], options: [] });

/** What can be referred to after something was said. A quiz stays open beside what else is asked, until its result. */
export function turnAfter(said: Input, reply: Reply, before: Turn): Turn {
  const { buttons, question } = reply;
  const options = buttons.filter(({ role }) => role === 'option');
  if (question) return { buttons, options, next: wayOn(buttons, question) };
  const isInQuiz = said.type === 'action' && (said.action.type === 'answer' || said.action.type === 'question');
  if (isInQuiz && reply.placement !== 'notice') return { buttons, options };
  return { ...before, buttons };
}

function wayOn(buttons: readonly Button[], { session, marks }: ShownQuestion): Button {
  const again: Button = { label: 'Question', action: { type: 'question', session }, role: 'navigation' };
  return (marks && buttons.find(({ action }) => action.type === 'question')) ?? again;
}

/**
 * What a line asks for: an option of the open question by its letter, the button with that number under the last answer,
 * the way on in a quiz when it is empty, or else a question or command. A number that no button has may be a question
 * itself, such as a port.
 */
export function inputOf(line: string, { buttons, options, next }: Turn, assistant: Assistant): Input | undefined {
  const text = line.trim();
  const button = text === '' ? next : (optionCalled(text, options) ?? numbered(text, buttons));
  if (button) return { type: 'action', action: button.action };
  return text === '' ? undefined : readInput(text, assistant);
}

function optionCalled(text: string, options: readonly Button[]): Button | undefined {
  return options.find(({ label }) => label.toLowerCase() === text.toLowerCase());
}

function numbered(text: string, buttons: readonly Button[]): Button | undefined {
  return /^\d+$/.test(text) ? buttons[Number(text) - 1] : undefined;
}
