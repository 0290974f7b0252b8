import type { Knowledge } from '../../knowledge/load.ts';
import { paragraph, type Block } from '../../knowledge/rich-text.ts';
import type { GlossaryEntry, PortEntry } from '../../knowledge/tables.ts';
import { plainReply, type Button, type Reply } from '../reply.ts';
import { referenceTo } from './note-reply.ts';

/** What runs on a port. */
export function portReply(port: number, entries: readonly PortEntry[], knowledge: Knowledge): Reply {
  const lines = entries.map(
    ({ transport, protocol, remark }) =>
      `${transport.toUpperCase()} ${port}: ${protocol}${remark ? ` (${remark})` : ''}`,
  );
  const [only] = lines;
  const body: readonly Block[] =
    lines.length === 1 && only
      ? [paragraph(`${only}.`)]
      : [
          paragraph(
            `Port ${port} is used by ${[...new Set(entries.map(({ protocol }) => protocol))].join(' and by ')}.`,
          ),
          { type: 'list', ordered: false, items: lines.map((text) => [{ type: 'text', text }]) },
        ];
  return {
    ...plainReply('answer', ''),
    title: `Port ${port}`,
    body,
    links: [...new Set(entries.map(({ source }) => source))]
      .slice(0, 3)
      .map((url) => ({ title: sourceTitle(url), url })),
    ...notesNamed(
      entries.map(({ note }) => note),
      knowledge,
    ),
  };
}

/** What an acronym stands for, with every meaning when there are several. */
export function acronymReply({ acronym, meanings }: GlossaryEntry, knowledge: Knowledge): Reply {
  const told = meanings.map(({ expansion, explanation }) => ({ expansion, explanation }));
  const [only] = told;
  const body: readonly Block[] =
    told.length === 1 && only
      ? [paragraph(`${acronym} stands for ${only.expansion}: ${lowerFirst(only.explanation)}.`)]
      : [
          paragraph(`${acronym} has ${told.length} meanings in this field.`),
          {
            type: 'list',
            ordered: false,
            items: told.map(({ expansion, explanation }) => [
              { type: 'strong', children: [{ type: 'text', text: expansion }] },
              { type: 'text', text: `: ${lowerFirst(explanation)}` },
            ]),
          },
        ];
  return {
    ...plainReply('answer', ''),
    title: acronym,
    body,
    ...notesNamed(
      meanings.map(({ note }) => note),
      knowledge,
    ),
  };
}

function notesNamed(ids: readonly (string | undefined)[], { notes }: Knowledge): Pick<Reply, 'notes' | 'buttons'> {
  const named = [...new Set(ids)].flatMap((id) => {
    const note = id === undefined ? undefined : notes.get(id);
    return note ? [note] : [];
  });
  return {
    notes: named.map(referenceTo),
    buttons: named
      .slice(0, 5)
      .map(({ id, title }): Button => ({ label: title, action: { type: 'note', note: id }, role: 'related' })),
  };
}

function sourceTitle(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}

function lowerFirst(text: string): string {
  return (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text).replace(/\.$/, '');
}
