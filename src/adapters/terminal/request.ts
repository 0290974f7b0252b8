import type { Input, Request } from '../../assistant/request.ts';

/** A request of the one person at the terminal. */
export function requestIn(place: string, input: Input): Request {
  return { asker: { platform: 'terminal', id: 'local' }, place: { id: place, kind: 'private' }, input };
}
