import { nameKey } from '../../src/knowledge/name-key.ts';
import type { Knowledge } from '../../src/knowledge/load.ts';
import { namesOf } from '../../src/search/name-index.ts';
import { holdsFact, type EvalQuestion } from './question.ts';

/** What a search gave for a question. */
export interface Given {
  /** Ids of the notes, best first; none for "I don't know". */
  readonly notes: readonly string[];
  /** Whether it said that it does not know. */
  readonly refused: boolean;
  /** What a person would read. */
  readonly text: string;
  readonly ms: number;
}

/** One question with what came of it. */
export interface Outcome {
  readonly question: EvalQuestion;
  readonly given: Given;
  /** Place of the first right note, from 1; 0 when it is not among those given. */
  readonly place: number;
  /** Whether the text holds every fact that it must. */
  readonly factsHeld: boolean;
}

/** Figures over a set of outcomes; shares from 0 to 1. */
export interface Figures {
  readonly questions: number;
  readonly hit1: number;
  readonly hit3: number;
  /** Mean reciprocal rank of the first right note. */
  readonly mrr: number;
  /** Answers that hold every fact they must. */
  readonly facts: number;
  /** Questions within the field that were refused. */
  readonly wrongRefusals: number;
}

/** Finds the ids of the notes that a question expects, by title or alias. */
export class ExpectedNotes {
  readonly #ids = new Map<string, string>();

  constructor(notes: Knowledge['notes']) {
    for (const note of notes.values()) for (const name of namesOf(note)) this.#ids.set(nameKey(name), note.id);
  }

  /** Empty when no note covers any of the expected topics. */
  of({ expect }: EvalQuestion): ReadonlySet<string> {
    return new Set(expect.flatMap((name) => this.#ids.get(nameKey(name)) ?? []));
  }
}

/** Whether a question is within the field: it has an answer. */
export function isWithin({ question }: Outcome): boolean {
  return question.expect.length > 0;
}

/** Judges what was given for a question. */
export function judge(question: EvalQuestion, given: Given, expected: ReadonlySet<string>): Outcome {
  return {
    question,
    given,
    place: given.refused ? 0 : given.notes.findIndex((id) => expected.has(id)) + 1,
    factsHeld: question.facts.every((fact) => holdsFact(given.text, fact)),
  };
}

/** Figures over questions within the field. */
export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const share = (holds: (outcome: Outcome) => boolean) => outcomes.filter(holds).length / Math.max(1, outcomes.length);
  return {
    questions: outcomes.length,
    hit1: share(({ place }) => place === 1),
    hit3: share(({ place }) => place >= 1 && place <= 3),
    mrr: outcomes.reduce((sum, { place }) => sum + (place > 0 ? 1 / place : 0), 0) / Math.max(1, outcomes.length),
    facts: share(({ factsHeld }) => factsHeld),
    wrongRefusals: share(({ given }) => given.refused),
  };
}

/** Asks every question whose topic a note covers, and judges what comes back. */
export async function measure(
  questions: readonly EvalQuestion[],
  notes: Knowledge['notes'],
  ask: (question: EvalQuestion) => Promise<Given>,
): Promise<readonly Outcome[]> {
  const expected = new ExpectedNotes(notes);
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const right = expected.of(question);
    if (question.expect.length > 0 && right.size === 0) continue;
    outcomes.push(judge(question, await ask(question), right));
  }
  return outcomes;
}
