import type { Note } from '../knowledge/note.ts';
import { namesOf } from '../search/name-index.ts';
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
  const { search } = services;
  const { question, outcome } = alone;
  const note = subjectOf(question.normal, turn, services);
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

/** Words for the people that an answer to "who did it?" named. */
const PEOPLE = /\b(they|them|their|the group|those guys|that group)\b/;

/** What the question before it was about, or whom its answer named. */
function subjectOf(normalQuestion: string, turn: Turn, { knowledge, search }: Services): Note | undefined {
  const [first] = turn.notes;
  const note = first === undefined ? undefined : knowledge.notes.get(first);
  if (!note || !PEOPLE.test(normalQuestion) || search.ask(turn.question).question.asked.fact !== 'who') return note;
  const actors = note.related.flatMap((id) => knowledge.notes.get(id) ?? []).filter(({ kind }) => kind === 'actor');
  const told = 'attribution' in note.facts ? note.facts.attribution.to : '';
  return actors.find((actor) => namesOf(actor).some((name) => told.includes(name))) ?? note;
}

function aboutSubject(note: Note, alone: Finding, { search }: Services): Finding | undefined {
  const { outcome } = search.ask(`${note.title} ${alone.question.normal}`);
  if (outcome.type !== 'answer') return undefined;
  const options = [outcome.best, ...outcome.others];
  const best = options.find((ranked) => ranked.note.id === note.id);
  return best && { ...alone, outcome: { type: 'answer', best, others: options.filter((each) => each !== best) } };
}
