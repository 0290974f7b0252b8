import * as z from 'zod';
import { defineKind, factRows, line } from './kind.ts';

const facts = z.strictObject({
  /** What the two worlds are compared on, e.g. `patching`. */
  aspect: line(60),
  it: line(240),
  ot: line(240),
  /** What goes wrong when the IT way is applied to OT as it stands. */
  goesWrong: line(240),
  instead: line(240),
});

export const difference = defineKind({
  name: 'difference',
  folder: 'differences',
  singular: 'IT/OT difference',
  plural: 'IT/OT differences',
  facts,
  headings: {
    'Why they differ': 'why',
    'What goes wrong': 'failure',
    'What to do instead': 'instead',
    Example: 'example',
  },
  required: ['Why they differ', 'What goes wrong', 'What to do instead'],
  rows: (f) =>
    factRows(
      ['it', 'In IT', f.it],
      ['ot', 'In OT', f.ot],
      ['goesWrong', 'What goes wrong', f.goesWrong],
      ['instead', 'Do instead', f.instead],
    ),
});
