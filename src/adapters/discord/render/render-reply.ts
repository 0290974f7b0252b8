import type { APIEmbed, APIButtonComponentWithCustomId } from 'discord.js';
import type { Action } from '../../../assistant/action.ts';
import type { Button, Reply } from '../../../assistant/reply.ts';
import { checkedLine } from '../../reply-parts.ts';
import { encodeControl } from '../custom-id.ts';
import { DISCORD_LIMITS } from '../limits.ts';
import { renderBlocks } from './blocks.ts';
import { button, renderControls, type Row } from './components.ts';
import { lengthOf, placeFields, placeSources } from './embed-fields.ts';
import { escapeMarkdown, escapeWithin, oneLine } from './escape.ts';
import { renderFiles, type DiscordFile } from './files.ts';
import { packPages } from './pages.ts';

/** What a reply looks like on Discord, whether it is sent as a message or as the answer to an interaction. */
export interface DiscordMessage {
  readonly embeds: APIEmbed[];
  readonly components: Row[];
  /** The picture and the files; absent without any. */
  readonly files?: DiscordFile[];
}

/** How a reply is shown. */
export interface Presentation {
  /** Id of the user who may remove the message; nobody when absent. */
  readonly removableBy?: string | undefined;
  /** What led to the reply, where a button can ask for it again: then a long reply is turned page by page. */
  readonly origin?: Action | undefined;
  /** Page of a long reply, counted from 0; one behind the last shows the last. */
  readonly page?: number;
}

const CAUTION_COLOUR = 0xe3_a0_08;
const PLAIN_COLOUR = 0x2b_6c_b0;

/** Room kept for the line that tells where the rest of a shortened reply is. */
const REST_LINE_ROOM = 120;

/**
 * A reply as one embed with its controls, within {@link DISCORD_LIMITS}. What is longer than an embed is turned page by
 * page, or, where no button can ask for it again, ends at a paragraph border with the way to the rest. The caution
 * stands on every page.
 */
export function renderDiscord(reply: Reply, { removableBy, origin, page = 0 }: Presentation = {}): DiscordMessage {
  const title = escapeWithin(oneLine(reply.title ?? ''), DISCORD_LIMITS.embedTitle);
  const caution = reply.caution === undefined ? '' : `⚠️ **Caution:** ${escapeMarkdown(oneLine(reply.caution))}`;
  const facts = placeFields(reply.fields);
  const sources = placeSources(reply.links);
  const checked = checkedLine(reply);

  const fixed = title.length + (checked?.length ?? 0) + 40 + lengthOf([...facts.fields, ...sources.fields]);
  const room = Math.min(DISCORD_LIMITS.embedDescription, DISCORD_LIMITS.embedTotal - fixed);
  const limit = room - (caution === '' ? 0 : caution.length + 2) - REST_LINE_ROOM;
  const pages = packPages(renderBlocks([...reply.body, ...facts.blocks, ...sources.blocks], limit), limit);

  const shown = Math.min(page, pages.length - 1);
  const rest = origin ? turning(origin, shown, pages.length) : shortening(reply, pages.length);
  const description = [pages[shown], rest.line, caution].filter(Boolean).join('\n\n');
  const footer = [checked, origin && pages.length > 1 && `Page ${shown + 1} of ${pages.length}`]
    .filter(Boolean)
    .join(' · ');
  const fields = [...(shown === 0 ? facts.fields : []), ...sources.fields];
  const { files, image } = renderFiles(reply);
  const isEmpty = title === '' && description === '' && fields.length === 0 && !image;

  return {
    embeds: [
      {
        color: caution === '' ? PLAIN_COLOUR : CAUTION_COLOUR,
        ...(title !== '' && { title }),
        ...(description !== '' && { description }),
        // Discord refuses an embed that shows nothing.
        ...(isEmpty && { description: 'There is nothing to show.' }),
        ...(fields.length > 0 && { fields }),
        ...(image && { image }),
        ...(footer !== '' && { footer: { text: footer } }),
      },
    ],
    components: renderControls([...reply.buttons, ...rest.buttons], rest.pageButtons, removableBy),
    ...(files.length > 0 && { files }),
  };
}

/** How a reader gets to what one page doesn't show. */
interface Rest {
  readonly line: string;
  readonly buttons: readonly Button[];
  readonly pageButtons: readonly APIButtonComponentWithCustomId[];
}

function turning(action: Action, page: number, pages: number): Rest {
  const to = (target: number, label: string) => button(label, encodeControl({ type: 'action', action, page: target }));
  return {
    line: '',
    buttons: [],
    pageButtons: [
      ...(page > 0 ? [to(page - 1, '◀ Previous page')] : []),
      ...(page < pages - 1 ? [to(page + 1, 'Next page ▶')] : []),
    ],
  };
}

function shortening({ kind, buttons, notes }: Reply, pages: number): Rest {
  const none = { buttons: [], pageButtons: [] };
  if (pages === 1) return { line: '', ...none };
  const more = buttons.find(({ role }) => role === 'more');
  if (more) return { line: `*Shortened here: “${escapeWithin(more.label, 40)}” shows the rest.*`, ...none };
  const [note] = notes;
  if (kind === 'answer' && note) {
    const whole: Button = { label: 'The whole note', action: { type: 'more', note: note.id }, role: 'more' };
    return { line: `*Shortened here: “${whole.label}” shows the rest.*`, buttons: [whole], pageButtons: [] };
  }
  return { line: '*Shortened here: ask for one part of it to see the rest.*', ...none };
}
