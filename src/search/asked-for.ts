import { KIND_NAMES, type Kind } from '../knowledge/kinds/index.ts';
import type { Aspect } from '../knowledge/vocabulary.ts';
import { stem } from './words.ts';

/**
 * The fact that a question asks for, whatever the kind of note: `when` is an incident's date and a protocol's year.
 */
export const FACT_QUESTIONS = [
  'port',
  'when',
  'who',
  'where',
  'sector',
  'stands-for',
  'level',
  'encryption',
  'authentication',
  'secure-variant',
  'comply',
  'edition',
  'publisher',
  'attack-id',
  'malware',
  'vendors',
  'transport',
  'cause',
] as const;
export type FactQuestion = (typeof FACT_QUESTIONS)[number];

/** The kinds of note that can tell each fact. */
const FACT_KINDS: Readonly<Record<FactQuestion, readonly Kind[]>> = {
  port: ['protocol'],
  when: ['incident', 'malware', 'protocol', 'standard', 'actor'],
  who: ['incident', 'malware', 'actor'],
  where: ['incident'],
  sector: ['incident', 'protocol', 'standard', 'actor'],
  'stands-for': KIND_NAMES,
  level: ['component'],
  encryption: ['protocol'],
  authentication: ['protocol'],
  'secure-variant': ['protocol', 'difference'],
  comply: ['standard'],
  edition: ['standard'],
  publisher: ['standard', 'protocol', 'tool'],
  'attack-id': ['attack', 'malware', 'actor'],
  malware: ['incident'],
  vendors: ['component'],
  transport: ['protocol'],
  cause: ['incident'],
};

/** Whether a note of this kind can tell the fact. */
export function canTell(kind: Kind, fact: FactQuestion): boolean {
  return FACT_KINDS[fact].includes(kind);
}

/** What a question wants to know of its subject. */
export interface AskedFor {
  readonly fact?: FactQuestion;
  readonly aspect?: Aspect;
}

/** A way of asking. The words it is recognised by say nothing of the subject and are left out of the search. */
interface Phrasing extends AskedFor {
  readonly pattern: RegExp;
}

/** First match wins, so the more special stands first. Patterns see normalised text. */
const PHRASINGS: readonly Phrasing[] = [
  { pattern: /\b(stands? for|short for|abbreviat\w*|acronym|spelled out|spelt out|written out)\b/, fact: 'stands-for' },
  {
    pattern:
      /\b(which|what|whats|default|tcp|udp) (tcp |udp |default |network )?ports?\b(?! (scan|sweep|knock))|\bport (number|no)\b|\bits ports?\b|\bports?$/,
    fact: 'port',
  },
  {
    pattern:
      /\bwho (must|has to|have to|needs to|should|is required to)\b.*\b(comply|follow|apply|implement|obey)\b|\b(mandatory|compulsory|legally binding|voluntary)\b|\b(have to|need to|must|obliged to) (comply|follow|implement)\b|\bcomply with\b|\bwho (is|are) (covered|affected|in scope)\b|\b(in scope|apply to (me|us|whom)|does it apply)\b/,
    fact: 'comply',
    aspect: 'compliance',
  },
  {
    pattern: /\b(which|what) (edition|revision|version)\b|\b(latest|current|newest) (edition|revision|version)\b/,
    fact: 'edition',
  },
  {
    pattern:
      /\bwho (publish\w*|issued|wrote|maintains|governs|owns|manages|standardi[sz]ed|invented|developed|designed|releases?d?)\b|\b(owner|publisher|governing body)\b/,
    fact: 'publisher',
  },
  {
    pattern:
      /\bwho (is|was|were|are|did|made|created|built|launched|attacked|hacked|carried|stands)\b.*\b(behind|it|this|that|responsible|attack\w*|made|created|built|blamed|attributed|did|hack\w*)|^who (made|created|built|launched|attacked|hacked|did|wrote)\b|\b(attribut\w*|culprit|perpetrator\w*|behind (it|the attack|this)|responsible for|whodunit|suspect\w*|blamed for)\b|\bwho (is|was|were) (behind|responsible|blamed)\b/,
    fact: 'who',
    aspect: 'attribution',
  },
  {
    pattern:
      /\b(when (was|did|were|is|does|has)|what (year|date|day)|which (year|date|day)|in what year|how old is|since when|year of|date of|when$|^when\b)/,
    fact: 'when',
  },
  {
    pattern:
      /\b(which|what) (country|countries|place|city|town|nation)\b|^where (did|was|were|in)\b.*\b(happen\w*|take place|hit|attack\w*|occur\w*)\b|^where was\b/,
    fact: 'where',
  },
  { pattern: /\b(which|what) (sectors?|industr(y|ies)|verticals?)\b/, fact: 'sector', aspect: 'use' },
  {
    pattern:
      /\b(which|what) (purdue )?(level|layer)s?\b.*\b(is|does|sit|at|on|in|live|belong)\b|\b(on|at|in) (which|what) (purdue )?(level|layer)\b|\bpurdue level of\b/,
    fact: 'level',
  },
  { pattern: /\b(encrypt\w*|cleartext|clear text|plaintext|plain text)\b/, fact: 'encryption', aspect: 'security' },
  {
    pattern: /\b(authenticat\w*|(need|needs|have|has|use|want) (a |any |no )?(password|login)s?|require (a )?login)\b/,
    fact: 'authentication',
    aspect: 'security',
  },
  {
    pattern:
      /\b(secure|safer|encrypted|tls|newer) (variant|version|alternative|successor|profile)\b|\bwhat (should|can|could) (i|we|one) use instead\b|\binstead of\b|\breplace(ment)?( it)?\b|\balternatives? to\b/,
    fact: 'secure-variant',
    aspect: 'instead',
  },
  { pattern: /\b(attack|att ck|mitre|technique) (id|number|code)\b|\bid of\b/, fact: 'attack-id' },
  { pattern: /\b(which|what) malware\b.*\b(used|was|hit|in)\b|\bmalware (used|was used)\b/, fact: 'malware' },
  {
    pattern:
      /\b(which|what) (vendors?|manufacturers?|products?|brands?)\b|\bwho (makes|sells|manufactures|produces|supplies)\b/,
    fact: 'vendors',
  },
  {
    pattern: /\b(what caused|cause of|root cause|what kind of attack|what type of attack)\b/,
    fact: 'cause',
    aspect: 'events',
  },
  {
    pattern:
      /\bhow (do|can|should|could|would|to|must)\b.*\b(secure|protect|harden|defend|safeguard|mitigate|prevent|stop|avoid|block|lock down|restrict)\b|\b(secure|protect|harden|defend)(ing)? (it|them|this|against)\b|\b(countermeasures?|mitigations?|hardening|protection against|protect against)\b/,
    aspect: 'protection',
  },
  {
    pattern:
      /\bhow (do|can|should|could|would|to)\b.*\b(detect|spot|see|notice|monitor|watch|recogni[sz]e|find out)\b|\b(detection|indicators?|signs? of|symptoms?)\b/,
    aspect: 'detection',
  },
  {
    pattern:
      /\b(how (did|do|does|was|were|could)\b.*\b(get in|got in|get into|enter|break in|cross|reach|infect|spread|gain access|access|arrive|compromise\w*))\b|\b(entry point|initial access|way in|attack vector|attack path)\b/,
    aspect: 'entry',
  },
  {
    pattern:
      /\b(how (is|was|can|could|do|does|are)\b.*\b(attack\w*|abuse\w*|hack\w*|exploit\w*|misuse\w*))\b|\b(weakness\w*|vulnerab\w*|attack surface)\b/,
    aspect: 'abuse',
  },
  {
    pattern:
      /\b(what happened|what did\b.*\bdo|tell me (the story|what happened)|story of|timeline|sequence of events|course of)\b/,
    aspect: 'events',
  },
  {
    pattern: /\b(impact|damage\w*|consequences?|effects? (of|on)|what was (damaged|lost|affected)|how bad)\b/,
    aspect: 'impact',
  },
  { pattern: /\b(lessons?|learn(ed|t)?|takeaways?|teach\w*)\b/, aspect: 'lesson' },
  { pattern: /\b(recover\w*|restor\w*|back (on|up|online)|lights back)\b/, aspect: 'recovery' },
  { pattern: /\b(disputed?|controvers\w*|really happen|true story|myth|proven|confirmed)\b/, aspect: 'dispute' },
  {
    pattern: /\b(what goes wrong|what can go wrong|pitfalls?|drawbacks?|downsides?|go(es)? wrong)\b/,
    aspect: 'failure',
  },
  { pattern: /\b(what should (i|we) do instead|do instead|sound way|right way)\b/, aspect: 'instead' },
  {
    pattern:
      /\b(how do (i|we) start|where (do|should) (i|we) (start|begin)|first steps?|get started|getting started|begin with)\b/,
    aspect: 'start',
  },
  { pattern: /\b(what does it cost|costs?|effort|price)\b/, aspect: 'cost' },
  {
    pattern: /\b(what does\b.*\b(require|ask for|demand|say)|requirements?|asks? for|demands?)\b/,
    aspect: 'requirements',
  },
  {
    pattern:
      /\b(how does\b.*\bwork|how do\b.*\bwork|how it works|works?$|working principle|frame|header|function codes?)\b/,
    aspect: 'working',
  },
  { pattern: /\bis\b.*\b(secure|safe|insecure)\b|\b(security of|how secure|secure enough)\b/, aspect: 'security' },
  { pattern: /\b(new risks?|what risks?|risks? of)\b/, aspect: 'risk' },
  { pattern: /^why\b|\bwhy (is|are|do|does|cant|cannot|not|should|must|was|were|did)\b|\breasons?\b/, aspect: 'why' },
  { pattern: /\bwhere (is|are)\b.*\b(used|found)\b|\bused for\b|\buse cases?\b/, aspect: 'use' },
];

/** What the question asks for, read from its wording; empty for a plain "what is it?". */
export function askedFor(normalQuestion: string): AskedFor {
  const match = PHRASINGS.find(({ pattern }) => pattern.test(normalQuestion));
  if (!match) return {};
  return { ...(match.fact && { fact: match.fact }), ...(match.aspect && { aspect: match.aspect }) };
}

/** Words that say what is asked for, as stems. */
const ASKING_WORDS: ReadonlySet<string> = new Set(
  (
    'purdue port number year date own owner govern publish publisher publishes issued maintain maintains encrypt encrypted encryption ' +
    'authenticate authentication login attribution attributed behind blame blamed responsible happen happened impact damage effect ' +
    'consequence lesson learn recover recovery disputed require requirement comply mandatory voluntary apply applies edition revision version ' +
    'secure protect protection harden hardening defend mitigate prevent detect detection spot abuse exploit vulnerable weakness vulnerability ' +
    'vendor manufacturer level stand acronym abbreviation sector industry country cost risk cause found built created launched attacked hacked ' +
    'spelled spelt written alternative successor replacement variant used invented developed started began'
  )
    .split(' ')
    .map(stem),
);

/** Whether a stem only says what is asked for: it counts little beside the words that name the subject. */
export function isAskingWord(stemmed: string): boolean {
  return ASKING_WORDS.has(stemmed);
}

/** Words that point back to something spoken of before. */
const POINTING = /\b(it|its|that|this|they|them|their|those|these|there)\b/;
/** Ways to begin that go on with what was spoken of before. */
const CONTINUING = /^(and|but|so|also|ok|okay|then)\b/;

/** Whether a normalised question reads as if its subject had been named before. */
export function pointsBack(normalQuestion: string): boolean {
  return POINTING.test(normalQuestion) || CONTINUING.test(normalQuestion);
}
