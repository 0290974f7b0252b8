import { paragraph } from '../../knowledge/rich-text.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import { ITEM_LIMITS } from '../../quiz/item.ts';
import type { Question } from '../../quiz/session.ts';
import { referenceTo } from '../compose/note-reply.ts';
import type { Block, Button, Poll, Reply } from '../reply.ts';
import { plainReply } from '../reply.ts';
import { topicName } from './topics.ts';

/** How long an exam has left is told in whole minutes. */
const MINUTE_MS = 60_000;

const TOLD_AT_END = 'Right and wrong are told at the end.';

/** The names of the options, in their order. */
export const OPTION_NAMES = 'ABCDEFGH';

/** A question of somebody's own quiz, review or exam. */
export function questionReply(question: Question): Reply {
  const { session, position, item, options } = question;
  const isExam = session.kind === 'exam';
  return plainReply('quiz', item.question, {
    title: `${NAMES[session.kind]}: question ${position + 1} of ${session.items.length} (${topicName(item.topic)}, ${item.level})`,
    body: [paragraph(item.question), optionList(options.texts), ...timeLeft(question)],
    buttons: optionButtons(options.texts, (option) => ({ type: 'answer', session: session.id, position, option })),
    ...(!isExam && { poll: pollOf(question) }),
    question: {
      ...shownQuestion(question),
      ...(session.deadline_at !== null && { msLeft: Math.max(0, session.deadline_at - session.asked_at) }),
      more: isExam ? [paragraph(TOLD_AT_END)] : [],
    },
  });
}

/** What a question and the verdict on it have in common. */
export function shownQuestion({ session, position, item, options }: Question) {
  return { session: session.id, position, total: session.items.length, text: item.question, options: options.texts };
}

/** The day's question of a place, which everybody there may answer. */
export function dailyReply(question: Question, { notes }: Pick<Knowledge, 'notes'>): Reply {
  const { session, position, item, options } = question;
  const note = item.note === undefined ? undefined : notes.get(item.note);
  return plainReply('quiz', item.question, {
    title: `Question of the day (${topicName(item.topic)})`,
    body: [paragraph(item.question), optionList(options.texts)],
    buttons: optionButtons(options.texts, (option) => ({ type: 'answer', session: session.id, position, option })),
    poll: { ...pollOf(question), ...(note && { note: referenceTo(note) }) },
  });
}

/** The options as a list that a reader can name them by. */
export function optionList(texts: readonly string[]): Block {
  return {
    type: 'list',
    ordered: false,
    items: texts.map((text, index) => [
      { type: 'strong', children: [{ type: 'text', text: `${OPTION_NAMES[index]}.` }] },
      { type: 'text', text: ` ${text}` },
    ]),
  };
}

/** One button an option. */
export function optionButtons(
  texts: readonly string[],
  action: (option: number) => Button['action'],
): readonly Button[] {
  return texts.map((_text, option) => ({
    label: OPTION_NAMES[option] ?? `${option + 1}`,
    action: action(option),
    role: 'option',
  }));
}

const NAMES: Readonly<Record<Question['session']['kind'], string>> = {
  quiz: 'Quiz',
  review: 'Review',
  exam: 'Exam',
  daily: 'Question of the day',
};

function pollOf({ session, position, item, options }: Question): Poll {
  const total = session.items.length;
  const counted = total > 1 ? `[${position + 1}/${total}] ${item.question}` : item.question;
  return {
    question: counted.length <= ITEM_LIMITS.question ? counted : item.question,
    options: options.texts,
    correct: options.correct,
    explanation: item.why,
    key: { session: session.id, position },
  };
}

function timeLeft({ session }: Question): readonly Block[] {
  if (session.deadline_at === null) return [];
  const minutes = Math.max(0, Math.round((session.deadline_at - session.asked_at) / MINUTE_MS));
  return [paragraph(`${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left. ${TOLD_AT_END}`)];
}
