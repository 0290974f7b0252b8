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

let words: ReadonlyMap<string, string> | undefined;

/**
 * The dictionary's words of letters only, in lower case and with their beginnings, by the flags of their endings. Read
 * when the first word is looked up: most questions hold no word that the notes don't know.
 */
function dictionaryWords(): ReadonlyMap<string, string> {
  return (words ??= readWords(new TextDecoder().decode(dictionary.dic)));
}

function readWords(text: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const add = (word: string, flags: string) => words.set(word, (words.get(word) ?? '') + flags);
  for (const line of text.split('\n')) {
    const slash = line.indexOf('/');
    const entry = slash < 0 ? line : line.slice(0, slash);
    if (!/^[a-z]{2,}$/i.test(entry)) continue;
    const flags = slash < 0 ? '' : line.slice(slash + 1);
    const word = entry.toLowerCase();
    add(word, flags);
    for (const flag of flags) {
      const beginning = BEGINNINGS[flag];
      if (beginning !== undefined) add(beginning + word, flags);
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
  const known = dictionaryWords();
  if (known.has(word)) return true;
  return ENDINGS.some(
    ([ending, flag, replacements]) =>
      word.endsWith(ending) &&
      replacements.some((replacement) => known.get(word.slice(0, -ending.length) + replacement)?.includes(flag)),
  );
}
