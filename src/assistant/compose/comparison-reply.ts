import type { Knowledge } from '../../knowledge/load.ts';
import { factsOf, type Note } from '../../knowledge/note.ts';
import { paragraph, type Block, type Inline } from '../../knowledge/rich-text.ts';
import type { Reply } from '../reply.ts';
import { referenceTo } from './note-reply.ts';

/** Most rows of the table. */
const MAX_ROWS = 7;

/** Two notes side by side: the verdict where one of them has it, then the typed facts in which they differ. */
export function comparisonReply(first: Note, second: Note, _knowledge: Knowledge): Reply {
  const verdict = first.verdicts[second.id] ?? second.verdicts[first.id];
  const rows = differingRows(first, second);
  const body: Block[] = [];
  if (verdict) body.push(paragraph(verdict));
  if (rows.length === 0 || !verdict) body.push(summaryOf(first), summaryOf(second));
  if (rows.length > 0) {
    body.push({
      type: 'table',
      header: ['', first.title, second.title].map(text),
      rows: rows.map((row) => row.map(text)),
    });
  }
  return {
    kind: 'comparison',
    title: `${first.title} or ${second.title}`,
    body,
    fields: [],
    ...cautionOf(first, second),
    links: [first, second].flatMap(({ sources: [source] }) =>
      source ? [{ title: `${source.publisher}: ${source.title}`, url: source.url }] : [],
    ),
    buttons: [first, second].map(({ id, title }) => ({
      label: title,
      action: { type: 'note', note: id },
      role: 'related',
    })),
    notes: [first, second].map(referenceTo),
    reviewed: [first.reviewed, second.reviewed].toSorted()[0] ?? first.reviewed,
    audience: 'everyone',
  };
}

function cautionOf(first: Note, second: Note): Pick<Reply, 'caution'> {
  const cautions = [first.caution, second.caution].filter((caution) => caution !== undefined);
  return cautions.length > 0 ? { caution: cautions.join(' ') } : {};
}

function differingRows(first: Note, second: Note): readonly (readonly [string, string, string])[] {
  if (first.kind !== second.kind) return [];
  const others = new Map(factsOf(second).map(({ key, text }) => [key, text]));
  return factsOf(first)
    .flatMap(({ key, label, text: own }): readonly (readonly [string, string, string])[] => {
      const other = others.get(key);
      return other === undefined || other === own || key === 'fullName' ? [] : [[label, own, other]];
    })
    .slice(0, MAX_ROWS);
}

function summaryOf(note: Note): Block {
  return {
    type: 'paragraph',
    children: [
      { type: 'strong', children: [{ type: 'text', text: `${note.title}.` }] },
      { type: 'text', text: ` ${note.summary}` },
    ],
  };
}

function text(value: string): readonly Inline[] {
  return [{ type: 'text', text: value }];
}
