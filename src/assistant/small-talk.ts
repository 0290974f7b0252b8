import { normalise } from '../search/words.ts';
import { plainReply, type Reply } from './reply.ts';

const EXAMPLES = 'Try “which port does Modbus use?”, “what happened at Colonial Pipeline?” or “PLC vs RTU”.';

interface SmallTalk {
  readonly pattern: RegExp;
  readonly answer: string;
}

/** What people say to a bot that is no question about the field. Patterns see normalised text. */
const SMALL_TALK: readonly SmallTalk[] = [
  {
    pattern:
      /^(hi+|hello|hey+|hiya|howdy|yo|greetings|good (morning|afternoon|evening|day)|moin|hallo|hola|bonjour|ciao|servus|salut)( (there|otto|bot|all|everyone|mate|guys|again|whats up|how are you|how is it going|hows it going))*$|^(whats up|sup|how are you( doing)?( today)?|hows it going|how do you do)$/,
    answer: `Hello! I answer questions about IT and OT security from notes that people have checked. ${EXAMPLES}`,
  },
  {
    pattern:
      /^(ok |okay |cool |great |nice |perfect |super |awesome |alright )*(thanks|thank you|thx|ty|cheers|danke|merci|gracias|thanks a lot|thank you very much|many thanks|much appreciated)( (otto|bot|mate|a lot|so much|very much|man|again))*$|^(cool|great|nice|ok|okay|perfect|awesome|good bot|well done|lol|haha+|got it|understood|i see)$/,
    answer: 'You’re welcome.',
  },
  {
    pattern: /^(bye|goodbye|good night|see you|see ya|cu|later|ciao|night)( (bye|otto|bot|all|everyone|later|mate))*$/,
    answer: 'Goodbye. I’ll be here.',
  },
  {
    pattern:
      /\b(are you (a )?(human|robot|bot|real|alive|ai|an ai|chatgpt|sentient|llm)|do you (have )?(feel|feelings|sleep|dream|love|think|consciousness)|who (are|made|built|created) you|what are you|how old are you|whats your name|what is your name|your name|tell me a joke|i love you|marry me)\b/,
    answer: `I’m Otto, a look-up bot for IT and OT security: no language model, only notes that people wrote and checked. ${EXAMPLES}`,
  },
  {
    pattern:
      /^(what can you do|what do you know|help|help me|how do you work|what are you for|what topics do you (know|cover))( please)?$/,
    answer: `I know how IT and OT differ, industrial protocols, incidents, components, standards, attacks and defences, each with its sources. ${EXAMPLES}`,
  },
];

const INJECTION =
  /\b(ignore|forget|disregard|override) (all |any |your |the |my |previous |prior |above |these )*(rules?|instructions?|prompts?|guidelines|directions|training)\b|\b(system|hidden|initial|secret) (prompt|message|instructions?)\b|\b(act|behave|respond|pretend|roleplay) (as|like) (a|an|if|you)\b|\b(unfiltered|jailbreak\w*|dan mode|developer mode|no restrictions)\b|\byour (instructions|prompt|rules)\b/;

/** A wish to do harm: a tool or a deed for hurting, wanted rather than asked about. */
const HARM: readonly RegExp[] = [
  /\b(give|write|send|show|make|build|create|code|generate|need|want|get|provide|share)\b.*\b(payload|exploit( code)?|malware|virus|worm|ransomware|backdoor|shellcode|rootkit|zero ?day|attack script)\b/,
  /\bhow (to|do i|can i|could i|would i|do you|can you|can one|does one)\b.*\b(poison|sabotage|blow up|destroy|explode|take down|shut down|black ?out|knock out|overheat|derail|flood|crash|hack( into)?|break into|attack|cripple|contaminate|disable)\b.*\b(plants?|grid|towns?|city|cities|water|power|dam|dams|trains?|pipelines?|reactors?|substations?|refiner(y|ies)|hospitals?|factor(y|ies)|neighbou?rs?|safety system|country|plc|scada|turbines?|supply)\b/,
  /\b(plan|steps?|guide|instructions?|tutorial|recipe|script)\b.*\b(take down|shut down|black ?out|knock out|cut off|poison|blow up|cripple|contaminate)\b.*\b(city|citys|cities|towns?|country|countrys|grid|water supply|hospitals?|neighbou?rs?)\b/,
  /\b(help me|teach me|show me how)( to)? (take over|hijack|hack( into)?|attack|break into|sabotage|shut down|destroy|crash|poison)\b/,
  /^(hack|attack|sabotage|destroy|crash|poison|take down|shut down|blow up) (a|the|my|this|that|some|our)\b/,
];

/** Answers greetings, thanks and the like, and refuses what Otto must not help with; `undefined` for anything else. */
export function smallTalkReply(question: string): Reply | undefined {
  const text = normalise(question);
  if (text === '') {
    return plainReply('unknown', `I see no words in that. ${EXAMPLES}`);
  }
  if (HARM.some((pattern) => pattern.test(text))) {
    return plainReply(
      'unknown',
      'I don’t help to attack anything. I can tell you how such attacks were seen and stopped: try “how do I protect a PLC?” or “lessons from Ukraine 2015”.',
    );
  }
  if (INJECTION.test(text)) {
    return plainReply(
      'unknown',
      `There is nothing behind me to unlock: I only look up notes on IT and OT security. ${EXAMPLES}`,
    );
  }
  const talk = SMALL_TALK.find(({ pattern }) => pattern.test(text));
  return talk && plainReply('unknown', talk.answer);
}
