import type { Note } from '../../knowledge/note.ts';
import type { Item } from '../item.ts';
import { holds, madeItem } from './made-item.ts';

/** "Whose way is this, IT's or OT's?" for each side of a difference. */
export function differenceItems(notes: readonly Note[]): readonly Item[] {
  return notes.flatMap((note) => {
    if (note.kind !== 'difference') return [];
    const { aspect, it, ot, goesWrong } = note.facts;
    const sides = [
      { text: it, answer: 'The IT way', other: 'The OT way', why: `Applied to OT as it stands: ${goesWrong}` },
      { text: ot, answer: 'The OT way', other: 'The IT way', why: `The IT way is different: ${it}` },
    ];
    return sides.flatMap(({ text, answer, other, why }) =>
      // A side that names itself gives the answer away.
      /\b(IT|OT|plants?|office|factor(y|ies)|process|PLCs?|operators?|SCADA|control systems?|laptops?|servers?)\b/i.test(
        text,
      ) || holds(text, answer)
        ? []
        : madeItem({
            topic: 'difference',
            level: 'easy',
            question: `Whose way is this in ${aspect}? “${text}”`,
            answer,
            candidates: [{ text: other }],
            wrongCount: 1,
            why,
            note: note.id,
          }),
    );
  });
}
