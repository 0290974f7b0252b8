import type { Knowledge } from '../../knowledge/load.ts';
import { paragraph } from '../../knowledge/rich-text.ts';
import type { Verdict } from '../../quiz/answer-session.ts';
import type { Item } from '../../quiz/item.ts';
import { trailerOf } from '../compose/note-reply.ts';
import { plainReply, type Block, type Button, type Reply } from '../reply.ts';
import { OPTION_NAMES, shownQuestion } from './question-reply.ts';

/** Right or wrong, why, the source, and the way on. */
export function verdictReply(verdict: Verdict, knowledge: Knowledge): Reply {
  const { session, position, item } = verdict;
  const isLast = position + 1 >= session.items.length;
  const buttons: Button[] = [
    {
      label: isLast ? 'Result' : 'Next question',
      action: { type: 'question', session: session.id },
      role: 'navigation',
    },
    ...readButton(item, knowledge),
  ];
  return plainReply('quiz', '', {
    title: verdict.isRight ? 'Right' : 'Not quite',
    body: [paragraph(item.question), ...explanation(verdict)],
    ...sourceOf(item, knowledge),
    buttons,
    question: {
      ...shownQuestion(verdict),
      marks: { chosen: verdict.chosen, correct: verdict.options.correct },
      more: reasons(verdict).map((reason) => paragraph(reason)),
    },
  });
}

/** What somebody who answered a place's daily question is told, alone. */
export function dailyVerdictReply(verdict: Verdict, knowledge: Knowledge): Reply {
  const { item } = verdict;
  return plainReply('quiz', '', {
    title: verdict.isRight ? 'Right' : 'Not quite',
    body: explanation(verdict),
    ...sourceOf(item, knowledge),
    buttons: readButton(item, knowledge),
    audience: 'asker',
    placement: 'notice',
  });
}

/** The button to the note that explains an item. */
export function readButton(item: Item, { notes }: Knowledge): readonly Button[] {
  const note = item.note === undefined ? undefined : notes.get(item.note);
  return note ? [{ label: `Note: ${note.title}`, action: { type: 'read', note: note.id }, role: 'related' }] : [];
}

/** The first source of an item's note. */
export function sourceOf(item: Item, { notes }: Knowledge): Pick<Reply, 'links' | 'notes'> | Record<string, never> {
  const note = item.note === undefined ? undefined : notes.get(item.note);
  if (!note) return {};
  const { links, notes: references } = trailerOf(note, 1);
  return { links, notes: references };
}

/** Why the chosen option is wrong, where the facts tell, and why the right one is right. */
function reasons(verdict: Verdict): readonly string[] {
  const because = whyWrong(verdict);
  return [...(because === undefined ? [] : [because]), verdict.item.why];
}

function whyWrong({ item, options, chosen }: Verdict): string | undefined {
  return item.wrong.find(({ text }) => text === options.texts[chosen])?.because;
}

function explanation(verdict: Verdict): readonly Block[] {
  const { item, options, chosen, isRight } = verdict;
  const named = (option: number) => `${OPTION_NAMES[option]}. ${options.texts[option]}`;
  const why = paragraph(item.why);
  if (isRight) return [paragraph(`${named(chosen)} is right.`), why];
  const because = whyWrong(verdict);
  return [
    paragraph(
      `You chose ${named(chosen)}.${because === undefined ? '' : ` ${because}`} The right answer is ${named(options.correct)}.`,
    ),
    why,
  ];
}
