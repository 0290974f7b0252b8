import type { Assistant, Polls } from '../../src/assistant/assistant.ts';
import { plainReply, type Reply } from '../../src/assistant/reply.ts';
import type { Request } from '../../src/assistant/request.ts';

/** An assistant that never showed a poll. */
export const NO_POLLS: Polls = { remember: () => Promise.resolve(), recall: () => Promise.resolve(undefined) };

/** An assistant that answers as a test says and keeps what it was asked. */
export function scriptedAssistant(
  answer: Reply | ((request: Request) => Reply) = plainReply('answer', 'Here you are.'),
  parts: Partial<Assistant> = {},
): Assistant & { readonly requests: readonly Request[] } {
  const requests: Request[] = [];
  return {
    requests,
    commands: [],
    suggest: () => [],
    find: () => [],
    polls: NO_POLLS,
    movePlace: () => Promise.resolve(),
    runDue: () => Promise.resolve(),
    respond: async (request) => {
      requests.push(request);
      return typeof answer === 'function' ? answer(request) : answer;
    },
    ...parts,
  };
}
