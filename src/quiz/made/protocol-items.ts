import type { Note } from '../../knowledge/note.ts';
import { PROTOCOL_FAMILIES, type ProtocolFamily } from '../../knowledge/vocabulary.ts';
import type { Item } from '../item.ts';
import { randomFrom, shuffled } from '../random.ts';
import { holds, madeItem } from './made-item.ts';

type Protocol = Extract<Note, { readonly kind: 'protocol' }>;

/** What a protocol is for, and which of several has no encryption at all. */
export function protocolItems(notes: readonly Note[]): readonly Item[] {
  const protocols = notes.filter((note): note is Protocol => note.kind === 'protocol');
  return protocols.flatMap((note) => [
    ...familyItem(note),
    ...ethertypeItem(note, protocols),
    ...plainItem(note, protocols),
  ]);
}

function familyItem({ id, title, summary, facts }: Protocol): readonly Item[] {
  const label = PROTOCOL_FAMILIES[facts.family];
  if (label.split(/\W+/).some((word) => word.length > 3 && holds(title, word))) return [];
  const candidates = (Object.keys(PROTOCOL_FAMILIES) as ProtocolFamily[]) // Object.keys loses the literal keys
    .filter((other) => !OVERLAPPING.some((group) => group.has(other) && group.has(facts.family)))
    .filter((other) => other !== facts.family)
    .map((other) => ({ text: PROTOCOL_FAMILIES[other] }));
  return madeItem({
    topic: 'protocol',
    level: 'easy',
    question: `Which family of protocols does ${title} belong to?`,
    answer: label,
    candidates: shuffled(candidates, randomFrom(title)),
    why: summary,
    note: id,
  });
}

/** Families that overlap, so that one is no wrong answer for another. */
const OVERLAPPING: readonly ReadonlySet<ProtocolFamily>[] = [
  new Set<ProtocolFamily>(['fieldbus', 'industrial-ethernet', 'instrument', 'controller', 'safety', 'redundancy']),
  new Set<ProtocolFamily>(['telecontrol', 'substation', 'energy', 'metering', 'time']),
  new Set<ProtocolFamily>(['messaging', 'information-model', 'controller', 'infrastructure', 'remote-access']),
  new Set<ProtocolFamily>(['wireless', 'instrument', 'metering', 'building', 'messaging']),
  new Set<ProtocolFamily>(['vehicle', 'fieldbus', 'energy']),
  new Set<ProtocolFamily>(['time', 'redundancy', 'infrastructure', 'substation']),
];

function ethertypeItem({ id, title, facts }: Protocol, protocols: readonly Protocol[]): readonly Item[] {
  const { ethertype } = facts;
  if (ethertype === undefined) return [];
  const others = protocols.filter(
    (other) => other.facts.ethertype !== undefined && other.facts.ethertype !== ethertype,
  );
  return madeItem({
    topic: 'protocol',
    level: 'hard',
    question: `Which EtherType do frames of ${title} carry?`,
    answer: ethertype,
    candidates: shuffled(others, randomFrom(title)).flatMap((other) =>
      other.facts.ethertype === undefined ? [] : [{ text: other.facts.ethertype, because: `That is ${other.title}.` }],
    ),
    why: `${title} rides directly on Ethernet with type ${ethertype}.`,
    note: id,
  });
}

function plainItem(note: Protocol, protocols: readonly Protocol[]): readonly Item[] {
  if (note.facts.authentication.level !== 'none' || note.facts.encryption.level !== 'none') return [];
  const secured = protocols.filter(
    ({ facts }) => facts.authentication.level === 'built-in' || facts.encryption.level === 'built-in',
  );
  return madeItem({
    topic: 'protocol',
    level: 'medium',
    question: 'Which of these protocols has neither authentication nor encryption of its own?',
    answer: note.title,
    candidates: shuffled(secured, randomFrom(note.title)).map(({ title }) => ({
      text: title,
      because: `${title} has some built in.`,
    })),
    why: note.summary,
    note: note.id,
  });
}
