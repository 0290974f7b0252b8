import type { APIEmbedField } from 'discord.js';
import type { Block, Field, Link } from '../../../assistant/reply.ts';
import { DISCORD_LIMITS } from '../limits.ts';
import { escapeMarkdown, oneLine } from './escape.ts';
import { maskedLink } from './inline.ts';

/** Most characters of the fields of an embed, so that enough of its 6000 is left for the text. */
const FIELDS_BUDGET = 1500;

/** Most characters of sources in their field; with more they go into the text. */
const SOURCES_BUDGET = 800;

/** Something for an embed: as fields where it fits, else as blocks for the text, so that nothing is lost. */
export interface Placed {
  readonly fields: readonly APIEmbedField[];
  readonly blocks: readonly Block[];
}

/** A reply's fields. Short ones stand side by side. */
export function placeFields(fields: readonly Field[]): Placed {
  const rendered = fields
    .filter(({ name, value }) => name.trim() !== '' && value.trim() !== '')
    .map(({ name, value }) => ({
      name: escapeMarkdown(oneLine(name)),
      value: escapeMarkdown(value.trim()),
      inline: value.length <= 40,
    }));
  const fits =
    // One place is kept for the sources.
    rendered.length < DISCORD_LIMITS.embedFields &&
    rendered.every(({ name }) => name.length <= DISCORD_LIMITS.embedFieldName) &&
    rendered.every(({ value }) => value.length <= DISCORD_LIMITS.embedFieldValue) &&
    lengthOf(rendered) <= FIELDS_BUDGET;
  return fits ? { fields: rendered, blocks: [] } : { fields: [], blocks: [fieldList(fields)] };
}

/** A reply's links as one field of linked titles. */
export function placeSources(links: readonly Link[]): Placed {
  if (links.length === 0) return { fields: [], blocks: [] };
  const value = links.map(({ title, url }) => `- ${maskedLink(linkText(title), url)}`).join('\n');
  if (value.length <= SOURCES_BUDGET) return { fields: [{ name: 'Sources', value }], blocks: [] };
  return {
    fields: [],
    blocks: [
      { type: 'heading', children: [{ type: 'text', text: 'Sources' }] },
      {
        type: 'list',
        ordered: false,
        items: links.map(({ title, url }) => [
          { type: 'link', url, children: [{ type: 'text', text: oneLine(title) }] },
        ]),
      },
    ],
  };
}

/** Characters that fields take of an embed's total. */
export function lengthOf(fields: readonly APIEmbedField[]): number {
  return fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
}

function linkText(title: string): string {
  return escapeMarkdown(oneLine(title));
}

function fieldList(fields: readonly Field[]): Block {
  return {
    type: 'list',
    ordered: false,
    items: fields.map(({ name, value }) => [
      { type: 'strong', children: [{ type: 'text', text: oneLine(name) }] },
      { type: 'text', text: `: ${oneLine(value)}` },
    ]),
  };
}
