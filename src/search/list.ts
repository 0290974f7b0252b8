import type { Note } from '../knowledge/note.ts';
import { MAX_WORD_BYTES, type ListQuery } from './list-query.ts';
import { CAUSE_WORDS, FAMILY_WORDS, KIND_WORDS, PROTECTION_WORDS, SECTOR_WORDS } from './list-words.ts';
import { LIGHT_WORDS, stem, STOP_WORDS } from './words.ts';

/** Words of list questions that select nothing. */
const EMPTY_WORDS =
  /\b(list|lists|show|give|all|known|famous|notable|real|examples?|incidents?|attacks?|cyber|security|ot|ics|industrial|industry|industries|sector|sectors|newest|latest|recent|oldest|earliest|purdue|level|sits?|lives?|found|against|hit|affected|happened|related|involving|caused|in|on|at|by|from|of|for|during|since|after|before|between|until|year|years)\b/g;

/** The list that a normalised question asks for; `undefined` when it asks for something else. */
export function listQueryIn(question: string): ListQuery | undefined {
  const bareYear = /^(?:(?:incidents |attacks |what happened )?(?:in |of )?(?:the year )?)((?:19|20)\d\d)$/.exec(
    question,
  );
  if (bareYear) return { kind: 'incident', from: Number(bareYear[1]), to: Number(bareYear[1]) };
  const level = /^(what|which|whats|who|list|components|devices|assets)\b.*\blevel (\d)(?: (?:of|in) .*)?$/.exec(
    question,
  );
  const kind = level ? 'component' : KIND_WORDS.find(([pattern]) => pattern.test(question))?.[1];
  if (!kind || /^(why|how|is|are|do|does|did|can|should|who|when|where)\b/.test(question)) return undefined;
  // "Which protocols does an RTU speak?" asks about the RTU.
  if (/^(which|what) \w+ (do|does|did|can|should|must)\b/.test(question)) return undefined;
  if (/\b(vs|versus|difference between|differences between|compared?)\b/.test(question)) return undefined;

  let rest = KIND_WORDS.filter(([, name]) => name === kind).reduce(
    (text, [pattern]) => text.replace(pattern, ' '),
    question,
  );
  const take = <Value>(words: readonly (readonly [RegExp, Value])[]): Value | undefined => {
    const entry = words.find(([pattern]) => pattern.test(rest));
    if (entry) rest = rest.replace(entry[0], ' ');
    return entry?.[1];
  };
  const protection = kind === 'protocol' ? take(PROTECTION_WORDS) : undefined;
  const family = kind === 'protocol' ? take(FAMILY_WORDS) : undefined;
  const cause = kind === 'incident' ? take(CAUSE_WORDS) : undefined;
  const sector = hasSectors(kind) ? take(SECTOR_WORDS) : undefined;
  const years = yearsIn(rest);
  rest = rest.replace(/\b(19|20)\d\d\b/g, ' ');
  if (level) rest = rest.replace(/\blevel \d\b.*$/, ' ');
  const order = /\b(oldest|earliest|first)\b/.test(rest) ? ('oldest' as const) : undefined;
  const leftover = rest
    .replace(EMPTY_WORDS, ' ')
    .split(' ')
    .filter((word) => word !== '' && !STOP_WORDS.has(word) && !LIGHT_WORDS.has(stem(word)));
  // Words that no filter stands for narrow the list; a question with many of them is not a list but a question.
  if (
    leftover.length > 2 ||
    leftover.join('-').length > MAX_WORD_BYTES ||
    !leftover.every((word) => /^[a-z\d]+$/.test(word))
  ) {
    return undefined;
  }
  return {
    kind,
    ...(sector && { sector }),
    ...(cause && { cause }),
    ...(family && { family }),
    ...years,
    ...(protection && { protection }),
    ...(level && { level: Number(level[2]) }),
    ...(order && { order }),
    ...(leftover.length > 0 && { words: leftover }),
  };
}

function hasSectors(kind: ListQuery['kind']): boolean {
  return ['incident', 'protocol', 'standard', 'actor'].includes(kind);
}

function yearsIn(text: string): Pick<ListQuery, 'from' | 'to'> {
  const [first, second] = [...text.matchAll(/\b((?:19|20)\d\d)\b/g)].map((match) => Number(match[1]));
  if (first === undefined) return {};
  if (second !== undefined) return { from: Math.min(first, second), to: Math.max(first, second) };
  if (/\b(after|later than)\b/.test(text)) return { from: first + 1 };
  if (/\b(since|from)\b/.test(text)) return { from: first };
  if (/\b(before|earlier than)\b/.test(text)) return { to: first - 1 };
  if (/\b(until|up to|through)\b/.test(text)) return { to: first };
  return { from: first, to: first };
}

/** How a list finds and orders its notes by words that no filter stands for. */
export interface WordMatch {
  /** Whether a note holds all of the words, in any of their forms. */
  readonly holds: (note: Note) => boolean;
  /** How well it fits them; larger is better. */
  readonly relevanceOf: (note: Note) => number;
  /** How much other notes speak of it; larger is better. */
  readonly prominenceOf: (note: Note) => number;
}

/** The notes that a list query selects: best fit first where it has words, else newest first, else best known first. */
export function selectNotes(query: ListQuery, notes: readonly Note[], match: WordMatch): readonly Note[] {
  const selected = notes.filter((note) => note.kind === query.kind && fits(note, query) && match.holds(note));
  const direction = query.order === 'oldest' ? 1 : -1;
  return selected.toSorted(
    (a, b) =>
      match.relevanceOf(b) - match.relevanceOf(a) ||
      direction * dateOf(a).localeCompare(dateOf(b)) ||
      match.prominenceOf(b) - match.prominenceOf(a) ||
      a.title.localeCompare(b.title),
  );
}

function dateOf(note: Note): string {
  if (note.kind === 'incident') return note.facts.date;
  return note.kind === 'malware' ? note.facts.firstSeen : '';
}

function yearOf(note: Note): number | undefined {
  const date = dateOf(note);
  if (date !== '') return Number(date.slice(0, 4));
  return note.kind === 'protocol' || note.kind === 'standard' ? note.facts.year : undefined;
}

function fits(note: Note, query: ListQuery): boolean {
  const { sector, cause, family, from, to, protection, level } = query;
  const year = yearOf(note);
  return (
    (sector === undefined || sectorsOf(note).includes(sector)) &&
    (cause === undefined || (note.kind === 'incident' && note.facts.cause === cause)) &&
    (family === undefined || (note.kind === 'protocol' && note.facts.family === family)) &&
    (from === undefined || (year !== undefined && year >= from)) &&
    (to === undefined || (year !== undefined && year <= to)) &&
    (level === undefined || (note.kind === 'component' && note.facts.levels.some((own) => own === level))) &&
    (protection === undefined || hasProtection(note, protection))
  );
}

function sectorsOf(note: Note): readonly string[] {
  if (note.kind === 'incident' || note.kind === 'protocol' || note.kind === 'standard') return note.facts.sectors;
  return note.kind === 'actor' ? note.facts.targets : [];
}

function hasProtection(note: Note, protection: NonNullable<ListQuery['protection']>): boolean {
  if (note.kind !== 'protocol') return false;
  const fact = protection.endsWith('encryption') ? note.facts.encryption : note.facts.authentication;
  return (fact.level === 'none') === protection.startsWith('no-');
}
