import { factsOf, type Note } from '../../knowledge/note.ts';
import { paragraph, type Block, type Inline } from '../../knowledge/rich-text.ts';
import type { Reply } from '../reply.ts';
import { sentencesOf } from './excerpt.ts';
import { referenceTo } from './note-reply.ts';

/** Most rows of the table. */
const MAX_ROWS = 7;

/** Notes side by side: the verdict where one of them has it, then the typed facts in which they differ. */
export function comparisonReply(notes: readonly [Note, Note, ...Note[]]): Reply {
  const verdicts = pairsOf(notes).flatMap(([one, other]) => one.verdicts[other.id] ?? other.verdicts[one.id] ?? []);
  const rows = differingRows(notes);
  const cautions = notes.flatMap(({ caution }) => caution ?? []);
  return {
    kind: 'comparison',
    title: notes.map(({ title }) => title).join(' or '),
    body: [
      ...verdicts.slice(0, 2).map(paragraph),
      ...notes.map((note) => summaryOf(note, rows.length > 0 && verdicts.length > 0)),
      ...(rows.length > 0 ? [tableOf(notes, rows)] : []),
    ],
    fields: [],
    ...(cautions.length > 0 && { caution: cautions.join(' ') }),
    links: notes.flatMap(({ sources: [source] }) =>
      source ? [{ title: `${source.publisher}: ${source.title}`, url: source.url }] : [],
    ),
    buttons: notes.map(({ id, title }) => ({ label: title, action: { type: 'note', note: id }, role: 'related' })),
    notes: notes.map(referenceTo),
    // The comparison is as old as its older part.
    reviewed: notes.map(({ reviewed }) => reviewed).reduce((a, b) => (a < b ? a : b)),
    audience: 'everyone',
  };
}

/** Every two of the notes, once. */
function pairsOf(notes: readonly Note[]): readonly (readonly [Note, Note])[] {
  return notes.flatMap((one, index) => notes.slice(index + 1).map((other) => [one, other] as const));
}

interface Row {
  readonly label: string;
  readonly cells: readonly string[];
}

/** The facts that all notes state and that are not the same in all. */
function differingRows(notes: readonly [Note, ...Note[]]): readonly Row[] {
  const [first] = notes;
  if (!notes.every(({ kind }) => kind === first.kind)) return [];
  const facts = notes.map((note) => new Map(factsOf(note).map(({ key, text }) => [key, text])));
  return factsOf(first)
    .filter(({ key }) => key !== 'fullName')
    .map(({ key, label }) => ({ label, cells: facts.flatMap((texts) => texts.get(key) ?? []) }))
    .filter(({ cells }) => cells.length === notes.length && new Set(cells).size > 1)
    .slice(0, MAX_ROWS);
}

function tableOf(notes: readonly Note[], rows: readonly Row[]): Block {
  return {
    type: 'table',
    header: ['', ...notes.map(({ title }) => title)].map(text),
    rows: rows.map(({ label, cells }) => [label, ...cells].map(text)),
  };
}

/** What a note is about: in one sentence where the verdict and the table say the rest. */
function summaryOf(note: Note, inShort: boolean): Block {
  const told = inShort ? (sentencesOf(note.summary)[0] ?? note.summary) : note.summary;
  return {
    type: 'paragraph',
    children: [
      { type: 'strong', children: [{ type: 'text', text: `${note.title}.` }] },
      { type: 'text', text: ` ${told}` },
    ],
  };
}

function text(value: string): readonly Inline[] {
  return [{ type: 'text', text: value }];
}
