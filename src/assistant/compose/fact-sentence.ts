import { CAUSES, CONFIDENCES, SECTORS } from '../../knowledge/vocabulary.ts';
import { readableDate } from '../../knowledge/kinds/kind.ts';
import { readableLevels } from '../../knowledge/kinds/component.ts';
import { readablePorts } from '../../knowledge/kinds/protocol.ts';
import type { Note } from '../../knowledge/note.ts';
import type { FactQuestion } from '../../search/asked-for.ts';

/** Tells one typed fact of a note in one sentence; `undefined` when the note has no such fact. */
export function factSentence(note: Note, fact: FactQuestion): string | undefined {
  return TELLERS[fact](note);
}

type Teller = (note: Note) => string | undefined;

const TELLERS: Readonly<Record<FactQuestion, Teller>> = {
  port: (note) => {
    if (note.kind !== 'protocol') return undefined;
    const { ports, ethertype, transport } = note.facts;
    const readable = readablePorts(ports);
    if (readable) return `${note.title} uses ${enumerated(readable.split('; '))}.`;
    if (ethertype)
      return `${note.title} has no TCP or UDP port: it rides directly on Ethernet with EtherType ${ethertype}.`;
    return `${note.title} has no TCP or UDP port of its own; it is carried by ${transport}.`;
  },
  when: (note) => {
    switch (note.kind) {
      case 'incident': {
        const { date, discovered } = note.facts;
        const found = discovered ? `, found in ${readableDate(discovered)}` : '';
        return `${note.title}: ${readableDate(date)}${found}.`;
      }
      case 'malware':
        return `${note.title} was first seen or reported in ${readableDate(note.facts.firstSeen)}.`;
      case 'protocol':
        return note.facts.year === undefined ? undefined : `${note.title} was first published in ${note.facts.year}.`;
      case 'standard':
        return `${note.title}: the current edition is ${note.facts.edition}.`;
      case 'actor':
        return note.facts.activeSince === undefined
          ? undefined
          : `${note.title} has been active since at least ${note.facts.activeSince}.`;
      default:
        return undefined;
    }
  },
  who: (note) => {
    if (note.kind === 'incident' || note.kind === 'malware' || note.kind === 'actor') {
      const { to, confidence, by } = note.facts.attribution;
      return `Attribution: ${to} (${CONFIDENCES[confidence]}${by ? `; source: ${by}` : ''}).`;
    }
    if (note.kind === 'standard' || note.kind === 'protocol') return TELLERS.publisher(note);
    return undefined;
  },
  where: (note) => (note.kind === 'incident' ? `${note.facts.victim}; ${note.facts.countries.join(', ')}.` : undefined),
  sector: (note) => {
    if (note.kind === 'actor') return `${note.title} targets ${labelled(note.facts.targets)}.`;
    if (note.kind === 'incident') return `It hit ${labelled(note.facts.sectors)}.`;
    if (note.kind === 'protocol' || note.kind === 'standard')
      return `${note.title} is used in ${labelled(note.facts.sectors)}.`;
    return undefined;
  },
  'stands-for': (note) => {
    const bracket = /^(.+?)\s*\(([A-Z][\w/.-]*)\)$/.exec(note.title);
    if (bracket) return `${bracket[2]} stands for ${lowerFirst(bracket[1] ?? '')}.`;
    return 'fullName' in note.facts && note.facts.fullName
      ? `${note.title} stands for ${note.facts.fullName}.`
      : undefined;
  },
  level: (note) => (note.kind === 'component' ? `It sits at Purdue ${readableLevels(note.facts.levels)}.` : undefined),
  encryption: (note) => {
    if (note.kind !== 'protocol') return undefined;
    const { level, detail } = note.facts.encryption;
    const verdict = {
      none: 'has no encryption',
      optional: 'can be encrypted, but need not be',
      'built-in': 'is encrypted',
    };
    return `${note.title} ${verdict[level]}${detail ? `: ${detail}` : ''}.`;
  },
  authentication: (note) => {
    if (note.kind !== 'protocol') return undefined;
    const { level, detail } = note.facts.authentication;
    const verdict = {
      none: 'has no authentication',
      optional: 'has authentication as an option',
      'built-in': 'has authentication built in',
    };
    return `${note.title} ${verdict[level]}${detail ? `: ${detail}` : ''}.`;
  },
  'secure-variant': (note) => {
    if (note.kind === 'protocol' && note.facts.secureVariant) return `Secure variant: ${note.facts.secureVariant}.`;
    return note.kind === 'difference' ? sentence(note.facts.instead) : undefined;
  },
  comply: (note) => (note.kind === 'standard' ? sentence(note.facts.whoMustComply) : undefined),
  edition: (note) =>
    note.kind === 'standard' ? `${note.title}: the current edition is ${note.facts.edition}.` : undefined,
  publisher: (note) => {
    if (note.kind === 'standard') return `${note.title} is published by ${note.facts.publisher}.`;
    if (note.kind === 'tool') return `${note.title} is made by ${note.facts.maker}.`;
    return note.kind === 'protocol' ? `${note.title} is in the care of ${note.facts.owner}.` : undefined;
  },
  'attack-id': (note) =>
    (note.kind === 'attack' || note.kind === 'malware' || note.kind === 'actor') && note.facts.attackId
      ? `${note.title} is ${note.facts.attackId} in MITRE ATT&CK.`
      : undefined,
  malware: (note) =>
    note.kind === 'incident' && note.facts.malware.length > 0
      ? `Malware: ${note.facts.malware.join(', ')}.`
      : undefined,
  vendors: (note) =>
    note.kind === 'component' && note.facts.vendors.length > 0
      ? `Typical makers: ${note.facts.vendors.join(', ')}.`
      : undefined,
  transport: (note) => (note.kind === 'protocol' ? `It is carried by ${note.facts.transport}.` : undefined),
  cause: (note) =>
    note.kind === 'incident' ? `Cause: ${CAUSES[note.facts.cause]}. ${sentence(note.facts.boundary)}` : undefined,
};

function labelled(sectors: readonly (keyof typeof SECTORS)[]): string {
  return sectors.map((sector) => SECTORS[sector]).join(', ');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const ENUMERATION = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `TCP 502`, `TCP 502 and TCP 802`, `TCP 1, TCP 2 and TCP 3` */
function enumerated(parts: readonly string[]): string {
  return ENUMERATION.format(parts);
}
