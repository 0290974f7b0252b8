import type { DiscordServer, StoredMessage } from '../discord-server/index.ts';
import { nothingToClose, type Face, type Shown } from './face.ts';

/** The slash command on a Discord server. */
export function discordCommandFace(server: DiscordServer): Face {
  const person = server.person('alice');
  return {
    name: 'Discord’s /ask',
    ask: async (question) => shown(await person.slash('ask', { question }).answer()),
    close: nothingToClose,
  };
}

/** Direct messages on Discord. */
export function discordMessageFace(server: DiscordServer): Face {
  const person = server.person('bob');
  return {
    name: 'Discord’s direct messages',
    ask: async (question) => shown(await person.replyTo(person.whisper(question))),
    close: nothingToClose,
  };
}

function shown({ body }: StoredMessage): Shown {
  const [embed] = body.embeds ?? [];
  const sources = embed?.fields?.find(({ name }) => name === 'Sources')?.value ?? '';
  return {
    text: [embed?.title, embed?.description]
      .flatMap((part) => (part === undefined ? [] : withoutMarkdown(part)))
      .join('\n\n'),
    sources: [...sources.matchAll(/\]\(<?([^<>\s]+?)>?\)$/gm)].flatMap(([, address]) => address ?? []),
  };
}

/** What Discord shows of its markdown: marks that format are gone, signs that were escaped stay. */
function withoutMarkdown(markdown: string): string {
  return markdown
    .replace(/(?<!\\)(?:\*\*|\*|`|_)/g, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replaceAll('\u200B', '');
}
