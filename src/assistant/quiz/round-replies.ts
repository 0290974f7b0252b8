import { paragraph } from '../../knowledge/rich-text.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import type { QuizParts } from '../../quiz/quiz-parts.ts';
import {
  choose,
  roundStandings,
  startRound,
  stopRound,
  GET_READY_MS,
  ROUND_SECONDS,
  type Reveal,
  type RoundQuestion,
} from '../../quiz/round.ts';
import type { Standing } from '../../quiz/standings.ts';
import { freshItems } from '../../quiz/start-session.ts';
import { findRound, homeOf } from '../../store/rounds.ts';
import type { Action } from '../action.ts';
import { plainReply, type Block, type Button, type Reply } from '../reply.ts';
import type { Request } from '../request.ts';
import { learnerOf, placeKey } from './identity.ts';
import { optionButtons, optionList, OPTION_NAMES } from './question-reply.ts';
import type { SpokenWish } from './topics.ts';
import { topicName } from './topics.ts';
import { readButton, sourceOf } from './verdict-reply.ts';

/** Ranks shown after each question. */
const MAX_STANDINGS = 5;

/** Ranks shown at the end. */
const MAX_FINAL = 10;

/** What asking for a round is answered with. */
export async function startRoundReply(
  parts: QuizParts,
  { asker, place }: Request,
  { isThread, count, ...wish }: SpokenWish & { readonly count: number },
): Promise<Reply> {
  if (place.kind === 'private') {
    return plainReply(
      'unknown',
      'A round needs a group or channel with more people in it. Here, /quiz asks you alone.',
    );
  }
  const here = placeKey(asker, place);
  const home = await homeOf(parts.db, here);
  const isInThread = home !== here;
  const items = await freshItems(parts, home, { ...wish, count });
  if (items.length === 0) return plainReply('unknown', 'I have no questions like that. Try another topic or level.');
  const starter = learnerOf(asker);
  const round = await startRound(parts, {
    starter,
    place: home,
    items,
    inThread: isThread && !isInThread,
    ...(isInThread && { shownIn: here }),
  });
  if (!round) return plainReply('unknown', 'A round already runs here. Join in, or stop it with /stop.');
  return plainReply(
    'quiz',
    `${starter.name} starts a round of ${items.length} ${items.length === 1 ? 'question' : 'questions'}. ` +
      `You have ${ROUND_SECONDS} seconds for each; right counts most, quick a little. ` +
      `The first one comes in ${GET_READY_MS / 1000} seconds${isThread ? ', in a thread where there are threads' : ''}.`,
    { title: 'Get ready', buttons: [stopButton(round.id)] },
  );
}

/** A question of a round. */
export function roundQuestionReply({ round, position, total, item, options }: RoundQuestion): Reply {
  return plainReply('quiz', '', {
    title: `Question ${position + 1} of ${total} (${topicName(item.topic)})`,
    body: [
      paragraph(item.question),
      optionList(options.texts),
      paragraph(`${round.seconds} seconds. Nobody sees what you choose; you may change it until the time is up.`),
    ],
    buttons: [
      ...optionButtons(options.texts, (option) => ({ type: 'choose', round: round.id, position, option })),
      stopButton(round.id),
    ],
  });
}

/** The right answer, what was chosen, and where everybody stands. */
export function revealReply({ question, counts, standings }: Reveal, knowledge: Knowledge): Reply {
  const { round, position, total, item, options } = question;
  const answered = counts.reduce((sum, count) => sum + count, 0);
  const right = counts[options.correct] ?? 0;
  return plainReply('quiz', '', {
    title: `Question ${position + 1} of ${total}: the answer`,
    body: [
      paragraph(item.question),
      paragraph(`${OPTION_NAMES[options.correct]}. ${options.texts[options.correct]}`),
      paragraph(item.why),
      paragraph(answered === 0 ? 'Nobody answered.' : `${right} of ${answered} had it right.`),
      ...standingsBlock(standings, MAX_STANDINGS),
    ],
    ...sourceOf(item, knowledge),
    buttons: [...readButton(item, knowledge), stopButton(round.id)],
  });
}

/** How a round ended. */
export function roundEndReply(standings: readonly Standing[], reason?: string): Reply {
  const winners = standings.filter(({ rank, points }) => rank === 1 && points > 0).map(({ name }) => name);
  const praise =
    winners.length === 0
      ? 'No points this time.'
      : winners.length === 1
        ? `${winners[0]} wins.`
        : `${winners.slice(0, -1).join(', ')} and ${winners.at(-1)} share the first place.`;
  return plainReply('quiz', '', {
    title: 'The round is over',
    body: [
      ...(reason === undefined ? [] : [paragraph(reason)]),
      paragraph(praise),
      ...standingsBlock(standings, MAX_FINAL),
    ],
    buttons: [{ label: 'Another round', action: { type: 'command', name: 'round' }, role: 'navigation' }],
    placement: 'beside',
  });
}

/** What somebody's choice is answered with, seen by them alone. */
export async function chooseReply(
  parts: QuizParts,
  { round, position, option }: Extract<Action, { type: 'choose' }>,
  { asker }: Request,
): Promise<Reply> {
  const question = await choose(parts, { round, position, option }, learnerOf(asker));
  if (!question) return whisper('Too late: the time for that question is up.');
  const text = question.options.texts[option] ?? '';
  return whisper(
    `You chose ${OPTION_NAMES[option]}. ${text}`.slice(0, 150) + '. You may change it until the time is up.',
  );
}

/** What asking to stop a round is answered with. */
export async function stopReply(parts: QuizParts, id: string, { asker }: Request): Promise<Reply> {
  const round = await findRound(parts.db, id);
  if (!round || round.phase === 'over') return whisper('That round is over.');
  const starter = learnerOf(asker);
  if (round.starter !== starter.id && !(await asker.isModerator?.())) {
    return whisper('Only who started the round or a moderator can stop it.');
  }
  if (!(await stopRound(parts, round))) return whisper('The round was just moving on. Please press again.');
  return roundEndReply(await roundStandings(parts, id), `${starter.name} stopped the round.`);
}

/** A ranking as a list: `1. Ann: 28 points`. */
export function standingsBlock(standings: readonly Standing[], limit: number): readonly Block[] {
  if (standings.length === 0) return [];
  return [
    {
      type: 'list',
      ordered: false,
      items: standings.slice(0, limit).map(({ rank, name, points, right }) => [
        { type: 'strong', children: [{ type: 'text', text: `${rank}. ${name}` }] },
        { type: 'text', text: `: ${points} points, ${right} right` },
      ]),
    },
  ];
}

function stopButton(round: string): Button {
  return { label: 'Stop the round', action: { type: 'stop', round }, role: 'navigation' };
}

function whisper(text: string): Reply {
  return plainReply('quiz', text, { placement: 'notice', audience: 'asker' });
}
