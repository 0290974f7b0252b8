import { KINDS } from '../../knowledge/kinds/index.ts';
import { readableDate } from '../../knowledge/kinds/kind.ts';
import type { Note } from '../../knowledge/note.ts';
import type { Block } from '../../knowledge/rich-text.ts';
import { CAUSES, PROTOCOL_FAMILIES, SECTORS } from '../../knowledge/vocabulary.ts';
import type { ListQuery } from '../../search/list-query.ts';
import type { Button, Reply } from '../reply.ts';
import { referenceTo } from './note-reply.ts';
import { sentencesOf } from './excerpt.ts';

/** Notes on one page of a list. */
const PAGE = 6;

/**
 * One page of a list, saying how many there are, with buttons to turn the pages and to open each note.
 *
 * @param about notes that explain what the list was asked by
 */
export function listReply(query: ListQuery, notes: readonly Note[], page: number, about: readonly Note[] = []): Reply {
  const pages = Math.max(1, Math.ceil(notes.length / PAGE));
  const shown = notes.slice(page * PAGE, (page + 1) * PAGE);
  return {
    kind: 'list',
    title: `${notes.length} ${describeQuery(query, notes.length)}${pages > 1 ? ` (page ${page + 1} of ${pages})` : ''}`,
    body: [{ type: 'list', ordered: false, items: shown.map(itemOf) }],
    fields: [],
    links: [],
    buttons: [...shown.map(openButton), ...about.map(aboutButton), ...pageButtons(query, page, pages)],
    // The JSON form names the whole list, the shown page first.
    notes: [...new Set([...about, ...shown, ...notes])].map(referenceTo),
    audience: 'everyone',
  };
}

function itemOf(note: Note): Extract<Block, { type: 'list' }>['items'][number] {
  return [
    { type: 'strong', children: [{ type: 'text', text: note.title }] },
    { type: 'text', text: `${dateIn(note)}: ${sentencesOf(note.summary)[0] ?? note.summary}` },
  ];
}

function dateIn(note: Note): string {
  if (note.kind === 'incident') return ` (${readableDate(note.facts.date)})`;
  return note.kind === 'malware' ? ` (${readableDate(note.facts.firstSeen)})` : '';
}

function openButton({ id, title }: Note): Button {
  return { label: title, action: { type: 'note', note: id }, role: 'choice' };
}

function aboutButton({ id, title }: Note): Button {
  return { label: title, action: { type: 'note', note: id }, role: 'related' };
}

function pageButtons(query: ListQuery, page: number, pages: number): readonly Button[] {
  const turn = (label: string, to: number): Button => ({
    label,
    action: { type: 'list', query, page: to },
    role: 'navigation',
  });
  return [...(page > 0 ? [turn('Previous', page - 1)] : []), ...(page < pages - 1 ? [turn('Next', page + 1)] : [])];
}

/** `incidents in water and wastewater, ransomware, 2021` */
export function describeQuery(query: ListQuery, count: number): string {
  const { kind, sector, cause, family, from, to, protection, level, words } = query;
  const filters = [
    sector && SECTORS[sector],
    cause && CAUSES[cause],
    family && PROTOCOL_FAMILIES[family],
    protection && protection.replace('no-', 'no '),
    level !== undefined && `Purdue level ${level}`,
    yearsOf(from, to),
    words && `“${words.join(' ')}”`,
  ].filter(Boolean);
  const name = count === 1 ? KINDS[kind].singular : KINDS[kind].plural;
  return filters.length > 0 ? `${name}: ${filters.join(', ')}` : name;
}

function yearsOf(from: number | undefined, to: number | undefined): string | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === to) return String(from);
  if (to === undefined) return `since ${from}`;
  return from === undefined ? `until ${to}` : `${from} to ${to}`;
}
