import { Hono } from 'hono';
import type { Assistant } from '../../assistant/assistant.ts';
import type { Suggestion } from '../../assistant/command.ts';
import type { Field, Link, Reply } from '../../assistant/reply.ts';
import { toJson } from '../answer-json.ts';
import { PLAIN, renderBlocks } from '../plain-text.ts';
import { completeInput, readInput } from '../typed-input.ts';
import { changesState, requestIn } from './asked.ts';
import { WEB_LIMITS } from './limits.ts';
import { BAD_CONVERSATION, CHANGES_STATE, NO_QUESTION, NO_SUCH_NOTE, TOO_LONG, type Rejection } from './rejection.ts';
import { wholeNote } from './whole-note.ts';

/** What the API is made from. */
export interface ApiParts {
  readonly assistant: Assistant;
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number;
  readonly newSessionId: () => string;
}

/** A whole note as the API tells it; documented in docs/api.md. */
export interface NoteJson {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly text: string;
  readonly facts: readonly Field[];
  readonly caution?: string;
  readonly links: readonly Link[];
  /** ISO day of the last check. */
  readonly reviewed?: string;
  readonly related: readonly { readonly id: string; readonly title: string }[];
}

/** The JSON API under `/api`; documented in docs/api.md. */
export function apiRoutes({ assistant, now, newSessionId }: ApiParts): Hono {
  const api = new Hono();

  api.get('/ask', async (context) => {
    const question = context.req.query('q')?.trim() ?? '';
    const conversation = context.req.query('conversation') ?? '';
    if (question === '') return jsonError(NO_QUESTION);
    if (question.length > WEB_LIMITS.questionLength) return jsonError(TOO_LONG);
    if (!isConversationId(conversation)) return jsonError(BAD_CONVERSATION);
    // The prefix keeps an API client from following on a browser's session, whose ids have none.
    const session = conversation === '' ? newSessionId() : `api:${conversation}`;
    const input = readInput(question, assistant);
    if (changesState(input, assistant)) return jsonError(CHANGES_STATE);
    const started = now();
    const request = requestIn(session, input, context.req.header('accept-language'));
    const reply = await assistant.respond(request);
    context.header('Cache-Control', 'no-store');
    return context.json(toJson(question, reply, now() - started));
  });

  api.get('/notes/:id', async (context) => {
    const reply = await wholeNote(context.req.param('id'), newSessionId(), assistant);
    const note = reply && toNoteJson(reply);
    return note ? context.json(note) : jsonError(NO_SUCH_NOTE);
  });

  api.get('/suggest', (context) => {
    const typed = context.req.query('q') ?? '';
    if (typed.length > WEB_LIMITS.questionLength) return jsonError(TOO_LONG);
    const command = context.req.query('command');
    const argument = context.req.query('argument');
    const suggestions: readonly Suggestion[] =
      command !== undefined && argument !== undefined
        ? assistant.suggest(command, argument, typed).slice(0, WEB_LIMITS.suggestions)
        : completeInput(typed, assistant, WEB_LIMITS.suggestions);
    return context.json({ suggestions: suggestions.map(({ label, value }) => ({ label, value })) });
  });
  return api;
}

/** An error in the API's form: `{ "error": { "code", "message" } }`. */
export function jsonError({ status, code, message }: Rejection): Response {
  return Response.json({ error: { code, message } }, { status });
}

/** A reply that shows the whole of a note in the API's form; `undefined` when it speaks of no note. */
export function toNoteJson(reply: Reply): NoteJson | undefined {
  const [note] = reply.notes;
  if (!note) return undefined;
  return {
    id: note.id,
    kind: note.kind,
    title: note.title,
    aliases: note.aliases,
    text: renderBlocks(reply.body, PLAIN),
    facts: reply.fields.map(({ name, value }) => ({ name, value })),
    ...(reply.caution !== undefined && { caution: reply.caution }),
    links: reply.links.map(({ title, url }) => ({ title, url })),
    ...(reply.reviewed !== undefined && { reviewed: reply.reviewed }),
    related: reply.buttons.flatMap(({ label, action, role }) =>
      role === 'related' && action.type === 'note' ? [{ id: action.note, title: label }] : [],
    ),
  };
}

function isConversationId(text: string): boolean {
  return text.length <= WEB_LIMITS.conversationLength && /^[\w.:-]*$/.test(text);
}
