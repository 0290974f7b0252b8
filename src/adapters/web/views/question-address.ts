import { PARAMETERS } from '../asked.ts';

/** The page that answers a question or a command that only reads. */
export function questionAddress(question: string): string {
  return `/?${new URLSearchParams({ [PARAMETERS.question]: question }).toString()}`;
}
