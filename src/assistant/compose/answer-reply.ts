import type { Knowledge } from '../../knowledge/load.ts';
import { factsOf, type Note } from '../../knowledge/note.ts';
import { paragraph, type Block } from '../../knowledge/rich-text.ts';
import type { AskedFor } from '../../search/asked-for.ts';
import type { Button, Reply } from '../reply.ts';
import { fromBestSentence, lengthOf, shortened } from './excerpt.ts';
import { factSentence } from './fact-sentence.ts';
import { relatedButtons, trailerOf } from './note-reply.ts';

/** Most visible characters of an answer's body; the rest stands behind "More". */
const MAX_BODY = 700;
/** Most points told beside the body. */
const MAX_POINTS = 3;
const MAX_SOURCES = 3;

/** What an answer is made from. */
export interface AnswerInput {
  readonly note: Note;
  readonly askedFor: AskedFor;
  /** The question in words, for finding the sentence that it is about; absent when a button was pressed. */
  readonly question?: string;
  /** Number of the passage that fits the question best, when one fits better than the summary. */
  readonly passage?: number;
}

/** Answers a question from one note: the first sentence is what was asked for, the whole note is a button away. */
export function answerReply({ note, askedFor, question, passage }: AnswerInput, knowledge: Knowledge): Reply {
  const lead = leadOf(note, askedFor, question, passage);
  return {
    kind: 'answer',
    title: note.title,
    body: withSummary(lead, note),
    fields: lead.length > 0 ? [] : points(note),
    buttons: [...answerButtons(note), ...relatedButtons(note, knowledge, 3)],
    audience: 'everyone',
    ...trailerOf(note, MAX_SOURCES),
  };
}

function leadOf(
  note: Note,
  { fact, aspect }: AskedFor,
  question: string | undefined,
  passage: number | undefined,
): readonly Block[] {
  const told = fact && factSentence(note, fact);
  const byAspect = aspect && note.passages.find((each) => each.aspect === aspect);
  if (told) return [paragraph(told), ...(byAspect ? shortened(byAspect.blocks, MAX_BODY - told.length) : [])];
  if (byAspect) return shortened(byAspect.blocks, MAX_BODY);
  const fitting = passage === undefined ? undefined : note.passages[passage];
  if (!fitting || !question) return [];
  const whole = fitting.blocks.reduce((sum, block) => sum + lengthOf(block), 0);
  // A passage that fits is told from its beginning: its sentences lean on each other.
  return shortened(whole <= MAX_BODY ? fitting.blocks : fromBestSentence(fitting.blocks, question), MAX_BODY);
}

/** The summary alone, or after the lead where there is room for it. */
function withSummary(lead: readonly Block[], note: Note): readonly Block[] {
  const summary = paragraph(note.summary);
  const length = lead.reduce((sum, block) => sum + lengthOf(block), 0);
  return length + note.summary.length <= MAX_BODY ? [...lead, summary] : lead;
}

function points(note: Note): Reply['fields'] {
  return factsOf(note)
    .filter(({ key }) => key !== 'fullName')
    .slice(0, MAX_POINTS)
    .map(({ label, text }) => ({ name: label, value: text }));
}

function answerButtons(note: Note): readonly Button[] {
  return [
    { label: 'More', action: { type: 'more', note: note.id }, role: 'more' },
    { label: 'Not this one', action: { type: 'next', note: note.id }, role: 'navigation' },
  ];
}
