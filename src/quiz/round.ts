import { scoresIn } from '../store/answers.ts';
import { rememberAsked } from '../store/asked-items.ts';
import { meetLearner } from '../store/learners.ts';
import { addRound, choicesOf, lockRound, runningRound, saveChoice, stepRound } from '../store/rounds.ts';
import type { RoundTable } from '../store/schema.ts';
import type { Item } from './item.ts';
import type { Learner } from './learner.ts';
import { pointsFor } from './points.ts';
import type { QuizParts } from './quiz-parts.ts';
import { recordAnswers } from './record-answers.ts';
import { shownOptions, type ShownOptions } from './shown-options.ts';
import { standings, type Standing } from './standings.ts';

/** How long a question of a round stays open, in seconds. */
export const ROUND_SECONDS = 20;

/** How long the reveal stands before the next question, in milliseconds. */
export const REVEAL_MS = 6000;

/** Time between the start of a round and its first question, in milliseconds. */
export const GET_READY_MS = 5000;

/** How long an instance that took a step may take for it before another tries, in milliseconds. */
const LEASE_MS = 15_000;

/** Questions in a row that nobody answers, after which a round stops. */
const MAX_UNANSWERED = 2;

/** A question of a round as it is shown. */
export interface RoundQuestion {
  readonly round: RoundTable;
  readonly position: number;
  readonly total: number;
  readonly item: Item;
  readonly options: ShownOptions;
}

/** What everybody chose, once the time is up. */
export interface Reveal {
  readonly question: RoundQuestion;
  /** How many chose each option. */
  readonly counts: readonly number[];
  readonly standings: readonly Standing[];
}

/** The step that a round is due for. */
export type RoundStep =
  | { readonly type: 'ask'; readonly question: RoundQuestion }
  | { readonly type: 'reveal'; readonly reveal: Reveal }
  | { readonly type: 'end'; readonly round: RoundTable; readonly isForsaken: boolean };

/** Who starts a round, where, of what. */
export interface NewRound {
  readonly starter: Learner;
  /** `platform:place`. */
  readonly place: string;
  readonly items: readonly Item[];
  /** Whether it is to run in a thread of its own. */
  readonly inThread: boolean;
  /** The thread of an earlier round in which it is to run, as `platform:place`; its place itself when absent. */
  readonly shownIn?: string;
}

/**
 * Starts a round; its first question comes when it is due.
 *
 * @returns `undefined` when one already runs in that place
 */
export async function startRound(
  { db, now, newId }: QuizParts,
  { starter, place, items, inThread, shownIn }: NewRound,
): Promise<RoundTable | undefined> {
  if (await runningRound(db, place)) return undefined;
  const round: RoundTable = {
    id: newId(),
    place,
    starter: starter.id,
    items: JSON.stringify(items.map(({ id }) => id)),
    seconds: ROUND_SECONDS,
    thread: inThread ? 1 : 0,
    shown_in: shownIn ?? null,
    position: 0,
    phase: 'opening',
    due_at: now() + GET_READY_MS,
    version: 0,
    message: null,
    opened_at: 0,
    unanswered: 0,
  };
  return (await addRound(db, round)) ? round : undefined;
}

/**
 * Stores what somebody chooses, in the place of what they chose before.
 *
 * @returns the question, or `undefined` when it isn't open any more
 */
export async function choose(
  { db, now, pool }: Pick<QuizParts, 'db' | 'now' | 'pool'>,
  choice: { readonly round: string; readonly position: number; readonly option: number },
  learner: Learner,
): Promise<RoundQuestion | undefined> {
  const at = now();
  return db.transaction().execute(async (transaction) => {
    // The learner first, as everywhere, and so that a learner who is being forgotten leaves nothing behind.
    await meetLearner(transaction, learner.id, learner.name, at);
    // Held until the choice is stored: a choice that was accepted is counted, even when the time is up right now.
    const round = await lockRound(transaction, choice.round);
    const question = round && questionOf({ pool }, round);
    if (!question || !isOpen(round, at) || round.position !== choice.position) return undefined;
    if (question.options.texts[choice.option] === undefined) return undefined;
    await saveChoice(transaction, { ...choice, learner: learner.id, at });
    return question;
  });
}

/**
 * Takes the step that a round is due for, if no other instance took it. Whoever gets it shows it and then says
 * {@link finishStep}; when that doesn't come, for example because the process was killed, the step is taken again.
 */
export async function takeStep(parts: QuizParts, round: RoundTable): Promise<RoundStep | undefined> {
  const { db, now } = parts;
  const question = questionOf(parts, round);
  const due_at = now() + LEASE_MS;
  if (round.phase === 'open' && question) {
    if (!(await stepRound(db, round, { due_at }))) return undefined;
    return { type: 'reveal', reveal: await reveal(parts, question) };
  }
  const isForsaken = round.unanswered >= MAX_UNANSWERED;
  const position = round.phase === 'opening' ? round.position : round.position + 1;
  const upcoming = questionOf(parts, { ...round, position });
  if (isForsaken || !upcoming) {
    return (await stepRound(db, round, { due_at })) ? { type: 'end', round, isForsaken } : undefined;
  }
  // Who sees the question may choose at once, even before the platform has said that it is posted.
  const isTaken = await stepRound(db, round, { due_at, position, phase: 'opening' });
  return isTaken ? { type: 'ask', question: upcoming } : undefined;
}

/**
 * Ends a step after it was shown.
 *
 * @param message the message that shows the question, where there is one
 */
export async function finishStep(
  { db, now }: Pick<QuizParts, 'db' | 'now'>,
  round: RoundTable,
  step: RoundStep,
  message: string | null,
): Promise<void> {
  const at = now();
  const taken = { id: round.id, version: round.version + 1 };
  switch (step.type) {
    case 'ask': {
      const { position, item } = step.question;
      const opened = { position, phase: 'open', message, opened_at: at, due_at: at + round.seconds * 1000 } as const;
      if (await stepRound(db, taken, opened)) await rememberAsked(db, round.place, item.id, at);
      return;
    }
    case 'reveal': {
      const isAnswered = step.reveal.counts.some((count) => count > 0);
      const unanswered = isAnswered ? 0 : round.unanswered + 1;
      await stepRound(db, taken, { phase: 'pausing', due_at: at + REVEAL_MS, unanswered });
      return;
    }
    case 'end':
      await stepRound(db, taken, { phase: 'over' });
  }
}

/**
 * Shows a round from now on in the thread that was opened for it. It still belongs to its place: its questions aren't
 * asked there again, and its points count there.
 *
 * @param thread `platform:place`; `null` when none could be opened
 */
export async function moveRound(
  { db }: Pick<QuizParts, 'db'>,
  round: RoundTable,
  thread: string | null,
): Promise<RoundTable> {
  const moved = { shown_in: thread, thread: 0 };
  await stepRound(db, { id: round.id, version: round.version + 1 }, moved);
  return { ...round, ...moved, version: round.version + 1 };
}

/** Stops a round. Who may is the caller's to decide. */
export async function stopRound({ db }: Pick<QuizParts, 'db'>, round: RoundTable): Promise<boolean> {
  return round.phase !== 'over' && stepRound(db, round, { phase: 'over' });
}

/** The points in a round so far. */
export async function roundStandings({ db }: Pick<QuizParts, 'db'>, round: string): Promise<readonly Standing[]> {
  return standings(await scoresIn(db, round));
}

/** The question a round is at; `undefined` past its end. A question whose note was changed since ends the round. */
function questionOf({ pool }: Pick<QuizParts, 'pool'>, round: RoundTable): RoundQuestion | undefined {
  // Written by `startRound` only, always as a list of texts.
  const ids = JSON.parse(round.items) as readonly string[];
  const { position } = round;
  const item = pool.get(ids[position] ?? '');
  return item && { round, position, total: ids.length, item, options: shownOptions(item, `${round.id}:${position}`) };
}

/** Counts what was chosen. May run twice: an answer that is stored already stays as it is. */
async function reveal(parts: QuizParts, question: RoundQuestion): Promise<Reveal> {
  const { round, position, item, options } = question;
  const choices = await choicesOf(parts.db, round.id, position);
  const answers = choices.map(({ learner, option, at }) => {
    const isRight = option === options.correct;
    const ms = Math.max(0, at - round.opened_at);
    const points = pointsFor(isRight, ms, round.seconds * 1000);
    const { id: session, place } = round;
    return { session, position, learner: { id: learner }, item, place, option, isRight, points, ms, at };
  });
  await parts.db.transaction().execute(async (transaction) => recordAnswers(transaction, answers));
  return {
    question,
    counts: options.texts.map((_text, option) => choices.filter((choice) => choice.option === option).length),
    standings: await roundStandings(parts, round.id),
  };
}

/** Whether choices are taken: until the time is up, and not any more once an instance has taken the reveal. */
function isOpen({ phase, opened_at, seconds, due_at }: RoundTable, at: number): boolean {
  const closesAt = opened_at + seconds * 1000;
  return phase === 'opening' || (phase === 'open' && due_at === closesAt && at < closesAt);
}
