import { stemmer } from 'stemmer';

/** Longer questions are cut here: nobody asks in more words, but people paste logs. */
export const MAX_QUESTION_LENGTH = 300;

/**
 * Text as search sees it: lower case, without accents, apostrophes and invisible characters, signs as spaces. A plus
 * stays, because `S7comm+` and `C++` differ from `S7comm` and `C` by nothing else.
 */
export function normalise(text: string): string {
  const marked = markIt(text.slice(0, 4 * MAX_QUESTION_LENGTH));
  // Most texts are plain ASCII, for which the shorter way gives the same.
  const words = ASCII.test(marked)
    ? plainWordsOf(marked).join(' ')
    : marked
        .normalize('NFKD')
        .replace(/[\p{M}\p{Cf}'’`]/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}+]+/gu, ' ');
  return words.trim().slice(0, MAX_QUESTION_LENGTH);
}

// oxlint-disable-next-line no-control-regex -- ASCII is what it is, control signs and all
const ASCII = /^[\x00-\x7f]*$/;

/** The words of a text that is plain ASCII and does not speak of IT. */
function plainWordsOf(text: string): readonly string[] {
  return (
    text
      .replace(/['`]/g, '')
      .toLowerCase()
      .match(/[a-z0-9+]+/g) ?? []
  );
}

/** Stands for IT, the trade, so that it is told from "it", the pronoun. */
export const IT_WORD = 'infotech';

const IT = /\bit\b/i;

/** IT spelt in capitals within a text that has small letters, or in small letters beside OT. */
function markIt(text: string): string {
  if (!IT.test(text)) return text;
  const marked = /\p{Ll}/u.test(text) ? text.replace(/\bIT\b/g, IT_WORD) : text;
  return marked
    .replace(/\bit(?=( (and|vs\.?|versus|or|from|with|to|into)|\/|-|,|) ?ot\b)/gi, IT_WORD)
    .replace(/(?<=\bot( (and|vs\.?|versus|or|from|with|to|into) |\/|-|, ?| ))it\b/gi, IT_WORD)
    .replace(
      /\b(?<=(in|between|from|my|our|the|of|corporate|office) )it(?= (world|side|team|people|department|network|security|staff|guys|world|way|folks|crew|admin|and))/gi,
      IT_WORD,
    );
}

/** The words of a text, normalised but not stemmed. */
export function wordsOf(text: string): readonly string[] {
  const normal = normalise(text);
  return normal === '' ? [] : normal.split(' ');
}

/** The words of a text of any length, for indexing. */
export function indexWordsOf(text: string): readonly string[] {
  if (isPlain(text)) return plainWordsOf(text);
  return text.split('\n').flatMap((line) => {
    if (isPlain(line)) return plainWordsOf(line);
    const words: string[] = [];
    for (let start = 0; start < line.length;) {
      const cut = line.length - start <= MAX_QUESTION_LENGTH ? -1 : line.lastIndexOf(' ', start + MAX_QUESTION_LENGTH);
      const end = cut > start ? cut : Math.min(line.length, start + MAX_QUESTION_LENGTH);
      words.push(...wordsOf(line.slice(start, end)));
      start = end + (cut > start ? 1 : 0);
    }
    return words;
  });
}

/** Whether the shortest way to a text's words gives the same as every other: most texts of most notes. */
function isPlain(text: string): boolean {
  return ASCII.test(text) && !IT.test(text);
}

/** British endings as American ones, so that either finds the other; the stem is never shown. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/is(e|ed|es|er|ers|ing|ation|ations|ational)$/, 'iz$1'],
  [/ys(e|ed|es|er|ers|ing)$/, 'yz$1'],
  [/^(defen|offen|licen|preten)ce(s?)$/, '$1se$2'],
  [/^(behavi|col|fav|harb|neighb|lab|vap)our/, '$1or'],
  [/^(cent|met|lit|fib|mit)re(s?)$/, '$1er$2'],
  [/^(catal|dial|anal)ogue(s?)$/, '$1og$2'],
  [/^programme(s?)$/, 'program$1'],
  [/(.)ll(ed|ing|er|ers)$/, '$1l$2'],
  [/^grey/, 'gray'],
  [/^aluminium$/, 'aluminum'],
  [/^sulph/, 'sulf'],
];

/** Forms the stemmer leaves apart. */
const IRREGULAR: Readonly<Record<string, string>> = {
  relais: 'relay',
  dimension: 'dimens',
  wrote: 'write',
  written: 'write',
  stole: 'steal',
  stolen: 'steal',
  broke: 'break',
  broken: 'break',
  shut: 'shutdown',
  spoke: 'speak',
  spoken: 'speak',
  hit: 'hit',
  took: 'take',
  taken: 'take',
  hid: 'hide',
  hidden: 'hide',
  blew: 'blow',
  blown: 'blow',
  felt: 'feel',
  fell: 'fall',
  fallen: 'fall',
  ran: 'run',
  old: 'old',
  older: 'old',
  oldest: 'old',
};

const stems = new Map<string, string>();
/** Stems are remembered for this many words; beyond it the memory starts afresh. */
const MAX_STEMS = 50_000;

/** The common root of a word's forms: `controllers`, `controller` and `controlling` share one. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const made = makeStem(word);
  if (stems.size >= MAX_STEMS) stems.clear();
  stems.set(word, made);
  return made;
}

function makeStem(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  if (word.length <= 3 || /\d/.test(word) || !/^[a-z]+$/.test(word))
    return word.replace(/^(plc|rtu|hmi|ied|vfd|dcs)s$/, '$1');
  let spelt = word;
  for (const [pattern, replacement] of SPELLINGS) spelt = spelt.replace(pattern, replacement);
  return spelt.length === 4 && /^(plc|rtu|hmi|ied|vfd|sis)s$/.test(spelt) ? spelt.slice(0, 3) : stemmer(spelt);
}

/** Words that carry the grammar of a question and nothing of its subject. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again all also am an and another any anybody anyone anything are arent as at be because been being ' +
    'below between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down each either else ' +
    'etc even ever every few for from further get gets getting give given go goes going got had has hasnt have havent having he ' +
    'her here hers him his how however i id if ill im in into is isnt it its itself ive just kind kinds know let lets like many may me mean ' +
    'might more most much must my myself no nor not now of off ok okay on once one only or other our ours out over own please quite rather really ' +
    'same say says shall she should shouldnt so some somebody someone something sort still such tell than thanks that thats the their them then ' +
    'there theres these they thing things this those though through to too under until up upon us use used uses using very via want wants was ' +
    'wasnt way we well were what whats when where wheres whether which while who whom whos whose why will with within without wont ' +
    'would wouldnt yes yet you your yours explain describe definition define meaning means wat wich wot vs versus ' +
    'actually basically exactly normally usually often sometimes always never ever hey hi hello otto bot'
  ).split(' '),
);

/** How much a light word counts beside others. */
export const LIGHT_FACTOR = 0.25;

/** Words that could stand in a question about anything: they count, but little. */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  (
    'difference differ different compare compared comparison better best good bad big small new old first last most main ' +
    'important simple easy hard need work happen make made call called name example type part people person time day year ' +
    'world place thing come came look find found put take keep think word right wrong true real sure long short high low ' +
    'problem reason question answer matter care try help show start stop change add run set turn case point side end ' +
    'allow allowed let able possible available common general typical typically mostly plain english today still already ' +
    'instead together enough else every whole else less least two three four one many several various between around'
  )
    .split(' ')
    .map(stem),
);
