import type { Finding } from '../search/search.ts';
import { normalise } from '../search/words.ts';
import type { Turn } from './conversation.ts';
import type { Services } from './services.ts';

/** Words that point back to what was spoken of before. */
const POINTING = /\b(it|its|that|this|they|them|their|he|she|those|these|same|there)\b/;
/** Ways to begin that go on with what was spoken of before. */
const CONTINUING = /^(and|but|so|also|ok|okay|what about|how about|then|why|who|when|where|how|which|more|else)\b/;

/**
 * A question that only makes sense together with the one before, asked again with its subject; `undefined` when the
 * question stands on its own.
 *
 * @param alone what the question finds by itself
 */
export function inContext(
  question: string,
  alone: Finding,
  turn: Turn,
  { search, knowledge }: Services,
): Finding | undefined {
  const [subject] = turn.notes;
  const note = subject === undefined ? undefined : knowledge.notes.get(subject);
  const text = normalise(question);
  if (!note || text.split(' ').length > 9) return undefined;
  const whatAbout = /^(?:and |ok |so |but )*(?:what|how) about (.+)$/.exec(text);
  const { outcome } = alone;
  const standsAlone = outcome.type === 'answer' && outcome.best.named > 0.3;
  if (whatAbout && standsAlone) {
    const before = search.ask(turn.question).askedFor;
    return { ...alone, askedFor: before };
  }
  if (standsAlone || outcome.type === 'comparison' || outcome.type === 'port' || outcome.type === 'list')
    return undefined;
  if (!POINTING.test(text) && !CONTINUING.test(text)) return undefined;
  const withSubject = search.ask(`${note.title} ${text}`);
  if (withSubject.outcome.type !== 'answer') return undefined;
  const options = [withSubject.outcome.best, ...withSubject.outcome.others];
  const best = options.find((ranked) => ranked.note.id === note.id);
  if (!best) return undefined;
  return {
    ...withSubject,
    askedFor: alone.askedFor,
    outcome: { type: 'answer', best, others: options.filter((ranked) => ranked !== best) },
  };
}
