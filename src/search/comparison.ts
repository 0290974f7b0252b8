import type { SpottedName } from './name-index.ts';

/** Words that set what stands right before them against what stands right after. */
const BETWEEN_NAMES: ReadonlySet<string> = new Set(['vs', 'versus', 'or', 'than', 'against']);
/** Words that set all names of a question against each other. */
const COMPARING = /\b(differ\w*|compar\w*|better|worse|distinguish|same as|vs|versus)\b/;
/** Words that may stand between a name and the word that compares it: "is opc ua better than the old opc da". */
const MAX_GAP = 2;
const MAX_COMPARED = 4;

/** Ids of the notes that a question sets against each other, two to four; `undefined` when it compares nothing. */
export function comparedNotes(
  words: readonly string[],
  spotted: readonly SpottedName[],
): readonly [string, string, ...string[]] | undefined {
  const joined = COMPARING.test(words.join(' ')) ? spotted : namesAround(words, spotted);
  const [first, second, ...more] = new Set(joined.map(({ note }) => note));
  if (first === undefined || second === undefined || more.length > MAX_COMPARED - 2) return undefined;
  return [first, second, ...more];
}

/** Names with an "or" or the like between them. */
function namesAround(words: readonly string[], spotted: readonly SpottedName[]): readonly SpottedName[] {
  const around = new Set<SpottedName>();
  for (const [index, word] of words.entries()) {
    if (!BETWEEN_NAMES.has(word)) continue;
    const before = spotted.findLast(({ end }) => end <= index && index - end <= MAX_GAP);
    const after = spotted.find(({ start }) => start > index && start - index - 1 <= MAX_GAP);
    if (before && after) {
      around.add(before);
      around.add(after);
    }
  }
  return [...around];
}
