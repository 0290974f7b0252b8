import type { Note } from '../knowledge/note.ts';
import type { GlossaryEntry } from '../knowledge/tables.ts';
import { isAskingWord } from './asked-for.ts';
import { comparedNotes } from './comparison.ts';
import { confidenceOf, type Doubt } from './confidence.ts';
import type { FactIndex } from './fact-index.ts';
import type { Question } from './question.ts';
import type { Ranked } from './ranking.ts';
import type { Outcome } from './search.ts';
import { stem } from './words.ts';

/** Thresholds on confidence. Found by measurement: see `npm run eval`. */
export const THRESHOLDS = {
  /** Below it, Otto says that it does not know. */
  answer: 0.5,
  /** When the runner-up comes this close to the best, as a share of its score, both are offered. */
  doubt: 0.985,
  /** Between `answer` and this, a close race is told as a choice; above it the best is answered all the same. */
  sure: 0.7,
} as const;

/** Most choices offered. */
const MAX_CHOICES = 4;

/** Answer, choices, comparison or "I don't know". */
export function decide(
  question: Question,
  ranked: readonly Ranked[],
  doubt: Doubt,
  facts: FactIndex,
  notes: ReadonlyMap<string, Note>,
): Outcome {
  const [best] = ranked;
  const acronym = acronymIn(question, facts);
  if (acronym && (question.asked.fact === 'stands-for' || acronym.meanings.length > 1 || !best || best.named < 1)) {
    return { type: 'acronym', entry: acronym };
  }
  if (!best) return { type: 'unknown', nearest: [] };
  const compared = comparison(question, best, notes);
  if (compared) return { type: 'comparison', notes: compared, others: ranked };
  const confidence = confidenceOf(best, doubt);
  if (confidence < THRESHOLDS.answer) return { type: 'unknown', nearest: ranked.slice(0, MAX_CHOICES) };
  const close = ranked.filter(({ score }) => score >= best.score * THRESHOLDS.doubt);
  if (close.length > 1 && confidence < THRESHOLDS.sure) {
    return { type: 'choices', options: close.slice(0, MAX_CHOICES) };
  }
  return { type: 'answer', best, others: ranked.slice(1) };
}

const ASKING_FOR_MEANING = /^(stands|short|mean|full|form)$/;

function acronymIn({ text, asked, terms }: Question, facts: FactIndex): GlossaryEntry | undefined {
  const [only, ...more] = terms.filter(({ word }) => !ASKING_FOR_MEANING.test(word) && !isAskingWord(stem(word)));
  if (more.length > 0) return undefined;
  const whole = facts.acronym(text);
  if (whole || !only) return whole;
  return asked.fact === 'stands-for' || terms.length === 1 ? facts.acronym(only.word) : undefined;
}

function comparison(
  { words, names }: Question,
  best: Ranked,
  notes: ReadonlyMap<string, Note>,
): readonly [Note, Note, ...Note[]] | undefined {
  const ids = comparedNotes(words, names);
  // A note about the pair itself, such as "IT vs OT", says more than the two side by side.
  if (!ids || best.named === 1) return undefined;
  const [first, second, ...more] = ids.flatMap((id) => notes.get(id) ?? []);
  return first && second ? [first, second, ...more] : undefined;
}
