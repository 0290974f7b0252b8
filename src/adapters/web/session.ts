import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

const COOKIE = 'otto_session';

/** 16 random bytes in base64url. */
const SESSION_ID = /^[\w-]{22}$/;

/** The longest that browsers keep a cookie (https://developer.chrome.com/blog/cookie-max-age-expires), in seconds. */
const KEPT_SECONDS = 400 * 24 * 60 * 60;

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
  setCookie(context, COOKIE, id, attributes(context));
  return id;
}

/**
 * Has the browser keep its session when it is closed, because a learner is known by it. Called for every answer, it
 * lasts as long as somebody goes on learning.
 */
export function keepSession(context: Context, id: string): void {
  setCookie(context, COOKIE, id, { ...attributes(context), maxAge: KEPT_SECONDS });
}

/** Has the browser forget its session. */
export function endSession(context: Context): void {
  deleteCookie(context, COOKIE, attributes(context));
}

function attributes(context: Context) {
  // A proxy that adds TLS says so by this header; on plain HTTP a Secure cookie would be dropped.
  const secure = context.req.header('x-forwarded-proto') === 'https';
  return { httpOnly: true, sameSite: 'Lax', path: '/', secure } as const;
}
