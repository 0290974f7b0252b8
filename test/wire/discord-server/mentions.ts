import type { MessageContent } from './message-rules.ts';
import type { World } from './world.ts';

const MENTION = /@everyone|@here|<@[!&]?\d+>/;

/** Whom a message pings, by its text and what it allows; keeps in mind texts that say nothing about it. */
export function pingedBy(world: World, body: MessageContent, repliesToAuthor?: string): readonly string[] {
  const allowed = body.allowed_mentions;
  const text = body.content ?? '';
  if (!allowed && MENTION.test([text, JSON.stringify(body.embeds ?? [])].join(' '))) world.unguardedMentions.push(text);
  const named = [...text.matchAll(/<@!?(\d+)>/g)].flatMap(([, id]) => id ?? []);
  const users =
    !allowed || allowed.parse?.includes('users') ? named : named.filter((id) => allowed.users?.includes(id));
  const everyone =
    /@everyone|@here/.test(text) && (!allowed || allowed.parse?.includes('everyone')) ? ['everyone'] : [];
  const replied = repliesToAuthor !== undefined && (allowed?.replied_user ?? !allowed) ? [repliesToAuthor] : [];
  return [...users, ...everyone, ...replied];
}
