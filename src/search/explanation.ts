import { confidenceOf, type Doubt } from './confidence.ts';
import { THRESHOLDS } from './decision.ts';
import type { Finding } from './search.ts';
import type { Scores } from './scoring.ts';

/** Why a question got the answer it got, as plain data; for people who tune the search or correct a note. */
export interface Explanation {
  /** The words as they were understood, misspelt ones mended. */
  readonly understood: string;
  /** The fact and the side of the subject that it asks for. */
  readonly askedFor: { readonly fact?: string; readonly aspect?: string };
  /** Names of notes that the question spells out. */
  readonly names: readonly { readonly name: string; readonly note: string }[];
  /** How telling each word is, with the words that count as it. */
  readonly words: readonly {
    readonly word: string;
    readonly weight: number;
    readonly alternatives: readonly string[];
  }[];
  readonly candidates: readonly {
    readonly note: string;
    readonly score: number;
    /** From 0 to 1; below the threshold Otto does not answer. */
    readonly confidence: number;
    /** Share of the question that stands in names of the note. */
    readonly named: number;
    readonly fields: Omit<Scores, 'bestPassage'>;
  }[];
  readonly doubt: Doubt;
  readonly decision: string;
}

/** Lays open how a question was read, scored and decided. */
export function explain({ question, ranked, doubt, outcome }: Finding): Explanation {
  return {
    understood: question.text,
    askedFor: question.asked,
    names: question.names.map(({ name, note }) => ({ name, note })),
    words: question.terms.map(({ word, weight, alternatives }) => ({
      word,
      weight: rounded(weight),
      alternatives: alternatives.slice(1).map(({ term }) => term),
    })),
    candidates: ranked.map((candidate) => {
      const { bestPassage: _place, ...fields } = candidate.scores;
      return {
        note: candidate.note.id,
        score: rounded(candidate.score),
        confidence: rounded(confidenceOf(candidate, doubt)),
        named: rounded(candidate.named),
        fields: {
          name: rounded(fields.name),
          asked: rounded(fields.asked),
          summary: rounded(fields.summary),
          facts: rounded(fields.facts),
          passage: rounded(fields.passage),
          coverage: rounded(fields.coverage),
          about: rounded(fields.about),
        },
      };
    }),
    doubt: {
      offTopic: rounded(doubt.offTopic),
      leaning: rounded(doubt.leaning),
      substance: rounded(doubt.substance),
    },
    decision: describe(outcome, doubt),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function describe(outcome: Finding['outcome'], doubt: Doubt): string {
  switch (outcome.type) {
    case 'answer':
      return `answer from "${outcome.best.note.id}": confidence ${rounded(confidenceOf(outcome.best, doubt))}, needed ${THRESHOLDS.answer}`;
    case 'choices':
      return `choice between ${outcome.options.map(({ note }) => note.id).join(', ')}: scores closer than ${THRESHOLDS.doubt}`;
    case 'comparison':
      return `comparison of ${outcome.notes.map(({ id }) => id).join(' and ')}`;
    case 'list':
      return `list of ${outcome.notes.length}: ${JSON.stringify(outcome.query)}`;
    case 'port':
      return `look-up of port ${outcome.port}`;
    case 'acronym':
      return `look-up of the acronym ${outcome.entry.acronym}`;
    case 'subject-missing':
      return 'no subject: the question points back to one that was not asked';
    case 'unknown': {
      const [nearest] = outcome.nearest;
      return nearest
        ? `unknown: the nearest, "${nearest.note.id}", has confidence ${rounded(confidenceOf(nearest, doubt))}, needed ${THRESHOLDS.answer}`
        : 'unknown: no word of the question stands in a note';
    }
  }
}
