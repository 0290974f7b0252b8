import type { Assistant } from '../../src/assistant/assistant.ts';
import { plainReply, type Reply } from '../../src/assistant/reply.ts';
import type { Request } from '../../src/assistant/request.ts';

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
    respond: async (request) => {
      requests.push(request);
      return typeof answer === 'function' ? answer(request) : answer;
    },
    ...parts,
  };
}
