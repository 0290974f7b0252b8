import type { Knowledge } from '../knowledge/load.ts';
import type { Note } from '../knowledge/note.ts';
import type { GlossaryEntry, PortEntry } from '../knowledge/tables.ts';
import { pointsBack } from './asked-for.ts';
import { Completion } from './completion.ts';
import { doubtIn, type Doubt } from './confidence.ts';
import { decide } from './decision.ts';
import { FactIndex } from './fact-index.ts';
import type { ListQuery } from './list-query.ts';
import { listQueryIn, selectNotes, type WordMatch } from './list.ts';
import { NameIndex } from './name-index.ts';
import { createNoteIndex } from './note-index.ts';
import { hasSubject, queryTerms } from './query.ts';
import { OffTopicExamples } from './off-topic.ts';
import { readQuestion, type Question } from './question.ts';
import { rank, type Ranked } from './ranking.ts';
import { indexKnowledge, type SearchTables } from './search-tables.ts';
import { Scorer, totalOf } from './scoring.ts';
import { Synonyms } from './synonyms.ts';

/** What a question turned out to be, and what was found for it. */
export type Outcome =
  | {
      readonly type: 'answer';
      readonly best: Ranked;
      readonly others: readonly Ranked[];
    }
  | { readonly type: 'choices'; readonly options: readonly Ranked[] }
  | {
      readonly type: 'comparison';
      readonly notes: readonly [Note, Note, ...Note[]];
      readonly others: readonly Ranked[];
    }
  | {
      readonly type: 'list';
      readonly query: ListQuery;
      readonly notes: readonly Note[];
      /** Notes that explain what the list was asked by: the Purdue model for "what sits at level 1". */
      readonly about: readonly Note[];
    }
  | {
      readonly type: 'port';
      readonly port: number;
      readonly entries: readonly PortEntry[];
    }
  | { readonly type: 'acronym'; readonly entry: GlossaryEntry }
  /** Makes sense only together with the question before it: "and its port?". */
  | { readonly type: 'subject-missing' }
  | { readonly type: 'unknown'; readonly nearest: readonly Ranked[] };

/** A question as it was read, with what was found for it. */
export interface Finding {
  readonly question: Question;
  /** The notes that fit it in words, best first, whatever became of them. */
  readonly ranked: readonly Ranked[];
  readonly doubt: Doubt;
  readonly outcome: Outcome;
}

/** Finds notes for questions. */
export interface Search {
  /** What a question in words means and what answers it. */
  readonly ask: (question: string) => Finding;
  /** The notes that a list query selects, in the order in which they are told. */
  readonly list: (query: ListQuery) => readonly Note[];
  /** Notes whose names begin with, contain or resemble what has been typed so far, best first. */
  readonly complete: (typed: string, limit: number) => readonly Note[];
}

/** What the levels of a list's filter belong to. */
const LEVELS = 'Purdue model';

/**
 * The search over the notes.
 *
 * @param tables what {@link indexKnowledge} made of the same knowledge, where it was kept
 */
export function createSearch(knowledge: Knowledge, tables: SearchTables = indexKnowledge(knowledge)): Search {
  const index = createNoteIndex(knowledge, tables.notes);
  const names = new NameIndex(tables.names);
  const facts = new FactIndex(knowledge);
  const synonyms = new Synonyms(knowledge);
  const offTopic = new OffTopicExamples(tables.offTopic);
  const scorer = new Scorer(index.terms, index.notes.length);
  const completion = new Completion(index.notes, tables.completion);

  const matchOf = ({ words = [] }: ListQuery): WordMatch => {
    const prominenceOf = ({ id }: Note) => index.prominence[index.numberOf(id)] ?? 0;
    if (words.length === 0) return { holds: () => true, relevanceOf: () => 0, prominenceOf };
    const terms = queryTerms(words, words, {}, index, synonyms);
    const scores = scorer.score(terms, new Map());
    return {
      prominenceOf,
      holds: (note) => {
        const number = index.numberOf(note.id);
        return terms.every(({ alternatives }) => alternatives.some(({ term }) => index.terms.holds(number, term)));
      },
      relevanceOf: (note) => {
        const score = scores.get(index.numberOf(note.id));
        return score ? totalOf(score) : 0;
      },
    };
  };
  const list = (query: ListQuery) => selectNotes(query, index.notes, matchOf(query));

  const ask = (text: string): Finding => {
    const question = readQuestion(text, { index, names, synonyms });
    const doubt = doubtIn(question, offTopic);
    // A question that is a note's name is about that note, even if it reads like a list or a port: "scan for TCP 102".
    const isName = question.whole !== undefined;
    const port = isName ? undefined : facts.port(question.normal);
    if (port && port.entries.length > 0) return { question, doubt, ranked: [], outcome: port };
    if (pointsBack(question.text) && !hasSubject(question.words, question.asked)) {
      return {
        question,
        doubt,
        ranked: [],
        outcome: { type: 'subject-missing' },
      };
    }
    const ranked = rank(question, index, scorer);
    const query = isName ? undefined : listQueryIn(question.text);
    const listed = query ? list(query) : [];
    if (query && listed.length > 0) {
      const explaining = query.level === undefined ? undefined : names.whole(LEVELS);
      const about =
        explaining === undefined ? [] : [knowledge.notes.get(explaining)].filter((note) => note !== undefined);
      return {
        question,
        doubt,
        ranked,
        outcome: { type: 'list', query, notes: listed, about },
      };
    }
    return {
      question,
      doubt,
      ranked,
      outcome: decide(question, ranked, doubt, facts, knowledge.notes),
    };
  };

  return {
    ask,
    list,
    complete: (typed, limit) => completion.complete(typed, limit),
  };
}
