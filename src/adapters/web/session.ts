import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const COOKIE = 'otto_session';

/** 16 random bytes in base64url. */
const SESSION_ID = /^[\w-]{22}$/;

/** The session that the browser brought, if it has one that Otto could have given it. */
export function currentSession(context: Context): string | undefined {
  const id = getCookie(context, COOKIE);
  return id !== undefined && SESSION_ID.test(id) ? id : undefined;
}

/**
 * The browser's session, begun when it has none. It lasts until the browser is closed and holds nothing but a random id,
 * by which "and its port?" is understood after a first question.
 */
export function openSession(context: Context, newSessionId: () => string): string {
  const existing = currentSession(context);
  if (existing !== undefined) return existing;
  const id = newSessionId();
  // A proxy that adds TLS says so by this header; on plain HTTP a Secure cookie would be dropped.
  const secure = context.req.header('x-forwarded-proto') === 'https';
  setCookie(context, COOKIE, id, { httpOnly: true, sameSite: 'Lax', path: '/', secure });
  return id;
}
