import dictionary from 'dictionary-en';

/** Flags of the dictionary's entries, and the beginnings and endings they allow (its file `index.aff`). */
const BEGINNINGS: Readonly<Record<string, string>> = {
  A: 're',
  I: 'in',
  U: 'un',
  C: 'de',
  E: 'dis',
  F: 'con',
  K: 'pro',
};
const ENDINGS: readonly (readonly [ending: string, flag: string, replacements: readonly string[]])[] = [
  ['ies', 'S', ['y']],
  ['es', 'S', ['']],
  ['s', 'S', ['']],
  ['ied', 'D', ['y']],
  ['ed', 'D', ['', 'e']],
  ['ing', 'G', ['', 'e']],
  ['ings', 'J', ['', 'e']],
  ['ier', 'R', ['y']],
  ['er', 'R', ['', 'e']],
  ['iers', 'Z', ['y']],
  ['ers', 'Z', ['', 'e']],
  ['iest', 'T', ['y']],
  ['est', 'T', ['', 'e']],
  ['ly', 'Y', ['']],
  ['iness', 'P', ['y']],
  ['ness', 'P', ['']],
  ['ication', 'N', ['y']],
  ['ion', 'N', ['', 'e']],
  ['en', 'N', ['']],
  ['ications', 'X', ['y']],
  ['ions', 'X', ['', 'e']],
  ['ens', 'X', ['']],
  ['ment', 'L', ['']],
  ['able', 'B', ['', 'e']],
  ['ive', 'V', ['', 'e']],
];

/** The dictionary's words of letters only, in lower case and with their beginnings, by the flags of their endings. */
const WORDS: ReadonlyMap<string, string> = readWords(new TextDecoder().decode(dictionary.dic));

function readWords(text: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [entry = '', flags = ''] = line.split('/');
    const word = entry.toLowerCase();
    if (!/^[a-z]{2,}$/.test(word)) continue;
    words.set(word, (words.get(word) ?? '') + flags);
    for (const flag of flags) {
      const beginning = BEGINNINGS[flag];
      if (beginning !== undefined) words.set(beginning + word, (words.get(beginning + word) ?? '') + flags);
    }
  }
  return words;
}

/**
 * Whether a lower-case word is an English one, in its base or a regular form. An English word that the notes don't hold
 * is most likely meant as it stands: it must not be "mended" into a word that they do hold.
 */
export function isEnglish(word: string): boolean {
  if (word.length < 3) return false;
  if (WORDS.has(word)) return true;
  return ENDINGS.some(
    ([ending, flag, replacements]) =>
      word.endsWith(ending) &&
      replacements.some((replacement) => WORDS.get(word.slice(0, -ending.length) + replacement)?.includes(flag)),
  );
}
