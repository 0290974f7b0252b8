import type { Note } from '../knowledge/note.ts';
import { pointsBack } from '../search/asked-for.ts';
import type { Finding } from '../search/search.ts';
import type { Turn } from './conversation.ts';
import type { Services } from './services.ts';

/** Longer questions carry their subject with them. */
const MAX_FOLLOW_UP_WORDS = 9;
/** From this share on, a note that the question names is its subject. */
const NAMED_ENOUGH = 0.3;

const WHAT_ABOUT = /^(?:and |ok |okay |so |but )*(?:what|how) about (.+)$/;

/**
 * A question that only makes sense together with the one before, read with that one's subject; `undefined` when the
 * question stands on its own.
 *
 * @param alone what the question finds by itself
 */
export function inContext(alone: Finding, turn: Turn, services: Services): Finding | undefined {
  const { search, knowledge } = services;
  const [subject] = turn.notes;
  const note = subject === undefined ? undefined : knowledge.notes.get(subject);
  const { question, outcome } = alone;
  if (!note || question.words.length > MAX_FOLLOW_UP_WORDS) return undefined;
  const named = outcome.type === 'answer' && outcome.best.named > NAMED_ENOUGH;
  // "what about dnp3?" asks the question before of another subject.
  if (named && WHAT_ABOUT.test(question.normal)) {
    return { ...alone, question: { ...question, asked: search.ask(turn.question).question.asked } };
  }
  const open = outcome.type === 'answer' || outcome.type === 'choices' || outcome.type === 'unknown';
  if (outcome.type !== 'subject-missing' && (named || !open || !pointsBack(question.normal))) return undefined;
  return aboutSubject(note, alone, services);
}

function aboutSubject(note: Note, alone: Finding, { search }: Services): Finding | undefined {
  const { outcome } = search.ask(`${note.title} ${alone.question.normal}`);
  if (outcome.type !== 'answer') return undefined;
  const options = [outcome.best, ...outcome.others];
  const best = options.find((ranked) => ranked.note.id === note.id);
  return best && { ...alone, outcome: { type: 'answer', best, others: options.filter((each) => each !== best) } };
}
