import type { Knowledge } from '../../knowledge/load.ts';
import { postedDaily, takeDailies, type DueDaily } from '../../quiz/daily.ts';
import type { QuizParts } from '../../quiz/quiz-parts.ts';
import { blockedReminder, sentReminder, takeReminders, type DueReminder } from '../../quiz/reminder.ts';
import { finishStep, moveRound, roundStandings, stopRound, takeStep, type RoundStep } from '../../quiz/round.ts';
import { removeDaily } from '../../store/dailies.ts';
import { dueRounds } from '../../store/rounds.ts';
import type { RoundTable } from '../../store/schema.ts';
import { Undeliverable, type Outbox } from '../outbox.ts';
import { plainReply, type Reply } from '../reply.ts';
import { addressOf } from './identity.ts';
import { dailyReply } from './question-reply.ts';
import { revealReply, roundEndReply, roundQuestionReply } from './round-replies.ts';

/** What doing what is due works with. */
export interface DueParts {
  readonly quiz: QuizParts;
  readonly knowledge: Knowledge;
  readonly outbox: Outbox;
  /** Told of what failed and will be tried again. */
  readonly onFault: (error: unknown) => void;
}

/** Does all that is due now. One failure keeps nothing else from being done. */
export async function runDue(parts: DueParts): Promise<void> {
  const { quiz, outbox, onFault } = parts;
  const canReach = (key: string) => outbox.reaches?.(addressOf(key).platform) ?? true;
  const guarded = async (work: Promise<void>) => work.catch(onFault);
  const all = async <T>(due: Promise<readonly T[]>, work: (one: T) => Promise<void>) =>
    guarded(due.then(async (each) => void (await Promise.all(each.map((one) => guarded(work(one)))))));
  const rounds = dueRounds(quiz.db, quiz.now()).then((due) => due.filter(({ place }) => canReach(place)));
  await all(rounds, (round) => advance(round, parts));
  await all(takeDailies(quiz, canReach), (due) => postDaily(due, parts));
  await all(takeReminders(quiz, canReach), (due) => remind(due, parts));
}

async function advance(due: RoundTable, parts: DueParts): Promise<void> {
  const { quiz } = parts;
  const step = await takeStep(quiz, due);
  if (!step) return;
  let round = due;
  try {
    if (due.thread === 1) round = await openThread(due, parts);
    await finishStep(quiz, round, step, await show(step, round, parts));
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error;
    // Nobody can see it there any more.
    await stopRound(quiz, { ...round, version: round.version + 1 });
  }
}

async function openThread(round: RoundTable, { quiz, outbox }: DueParts): Promise<RoundTable> {
  const place = addressOf(round.place);
  const thread = await outbox.openThread(place, 'OT security quiz');
  return moveRound(quiz, round, thread === undefined ? null : `${place.platform}:${thread}`);
}

/** Shows a step. Gives the id of the message of the question that is open from now on. */
async function show(step: RoundStep, round: RoundTable, { quiz, knowledge, outbox }: DueParts): Promise<string | null> {
  const place = addressOf(round.shown_in ?? round.place);
  const position = step.type === 'ask' ? step.question.position : round.position;
  const key = `${round.id} ${step.type} ${position}`;
  switch (step.type) {
    case 'ask':
      return outbox.post(place, roundQuestionReply(step.question), key);
    case 'reveal': {
      const reply = revealReply(step.reveal, knowledge);
      if (round.message === null) await outbox.post(place, reply, key);
      else await outbox.edit(place, round.message, reply);
      return null;
    }
    case 'end':
      await outbox.post(
        place,
        roundEndReply(
          await roundStandings(quiz, round.id),
          step.isForsaken ? 'Nobody answered any more, so I stop here.' : undefined,
        ),
        key,
      );
      return null;
  }
}

async function postDaily(due: DueDaily, { quiz, knowledge, outbox }: DueParts): Promise<void> {
  try {
    await outbox.post(addressOf(due.daily.place), dailyReply(due.question, knowledge), `daily ${due.due}`);
    await postedDaily(quiz, due);
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error;
    await removeDaily(quiz.db, due.daily.place);
  }
}

async function remind(due: DueReminder, { quiz, outbox }: DueParts): Promise<void> {
  try {
    await outbox.tell(addressOf(due.reminder.learner), reminderReply(due));
    await sentReminder(quiz, due);
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error;
    await blockedReminder(quiz, due);
  }
}

function reminderReply({ due, isLast }: DueReminder): Reply {
  const cards = due === 1 ? 'One question is' : `${due} questions are`;
  const farewell = isLast
    ? ' You didn’t answer for a while, so this is my last reminder; /remind brings them back.'
    : '';
  return plainReply('quiz', `${cards} due for you. A review now keeps them from being forgotten.${farewell}`, {
    title: 'Time to review',
    buttons: [
      { label: 'Review now', action: { type: 'command', name: 'review' }, role: 'navigation' },
      { label: 'Later', action: { type: 'snooze' }, role: 'navigation' },
    ],
  });
}
