import { bodyLimit } from 'hono/body-limit';

/** Limits of the web page and its JSON API. */
export const WEB_LIMITS = Object.freeze({
  /** Most characters of a question or of a command's argument. */
  questionLength: 1000,
  /** Most characters of an API client's conversation id. */
  conversationLength: 64,
  /** Suggestions offered while somebody types. */
  suggestions: 8,
  /** Most bytes of a request's body. */
  bodyBytes: 1024 * 1024,
  /** Most bytes of a request's headers, the address among them; a longer one gets 431. */
  headerBytes: 16 * 1024,
  /** How long requests in flight may take to finish when Otto stops, in milliseconds. */
  stopGraceMs: 2000,
});

/** Refuses bodies that are too large to come from a platform or from one of Otto's forms. */
export function limitBody() {
  return bodyLimit({
    maxSize: WEB_LIMITS.bodyBytes,
    onError: (context) => context.text('The body is too large.', 413),
  });
}
