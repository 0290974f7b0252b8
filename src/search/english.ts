import dictionary from 'dictionary-en';

/** The dictionary's headwords of letters only, in lower case. */
const HEADWORDS: ReadonlySet<string> = new Set(
  new TextDecoder()
    .decode(dictionary.dic)
    .split('\n')
    .map((entry) => entry.split('/')[0]?.toLowerCase() ?? '')
    .filter((word) => /^[a-z]{3,}$/.test(word)),
);

/** Endings of regular forms, with what stands in their place in the headword. */
const ENDINGS: readonly (readonly [ending: string, replacements: readonly string[]])[] = [
  ['ies', ['y']],
  ['ied', ['y']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['er', ['', 'e']],
  ['ers', ['', 'e']],
  ['ly', ['']],
  ['ness', ['']],
];

/**
 * Whether a lower-case word is an English one, in its base or a regular form. An English word that the notes don't hold
 * is most likely meant as it stands: it must not be "mended" into a word that they do hold.
 */
export function isEnglish(word: string): boolean {
  if (HEADWORDS.has(word)) return true;
  return ENDINGS.some(([ending, replacements]) => {
    if (!word.endsWith(ending) || word.length - ending.length < 3) return false;
    const root = word.slice(0, -ending.length);
    const undoubled = /(.)\1$/.test(root) ? [root.slice(0, -1)] : [];
    return [...replacements.map((replacement) => root + replacement), ...undoubled].some((form) => HEADWORDS.has(form));
  });
}
