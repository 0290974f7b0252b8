import { decodeAction, encodeAction } from '../../assistant/action.ts';
import type { Assistant } from '../../assistant/assistant.ts';
import type { Reply } from '../../assistant/reply.ts';
import { requestIn } from './asked.ts';

/**
 * The whole of the note that an address names.
 *
 * @returns `undefined` when there is no such note, or the text cannot be the id of one
 */
export async function wholeNote(id: string, session: string, assistant: Assistant): Promise<Reply | undefined> {
  const action = { type: 'more', note: id } as const;
  // An action that cannot be read back carries something that is no id.
  if (!decodeAction(encodeAction(action))) return undefined;
  const reply = await assistant.respond(requestIn(session, { type: 'action', action }));
  return reply.notes.some((note) => note.id === id) ? reply : undefined;
}
