import type { Knowledge } from '../../knowledge/load.ts';
import type { Note } from '../../knowledge/note.ts';
import type { PortEntry } from '../../knowledge/tables.ts';
import type { Item } from '../item.ts';
import { madeItem } from './made-item.ts';

type Protocol = Extract<Note, { readonly kind: 'protocol' }>;

/** How many neighbouring ports are considered for wrong answers. */
const NEIGHBOURS = 20;

/** "Which port does Modbus use?" and "What usually runs on TCP 502?" */
export function portItems({ notes, ports }: Pick<Knowledge, 'notes' | 'ports'>): readonly Item[] {
  const protocols = [...notes.values()].filter((note): note is Protocol => note.kind === 'protocol');
  const users = usersOf(protocols, ports);
  return [
    ...protocols.flatMap((note) => portOf(note, users)),
    ...ports.flatMap((entry) => protocolOn(entry, ports, users)),
  ];
}

/** Who uses a port, by its readable name: ids of notes and names of protocols. */
type Users = ReadonlyMap<string, ReadonlySet<string>>;

function portOf(note: Protocol, users: Users): readonly Item[] {
  const [first] = note.facts.ports;
  if (!first) return [];
  const answer = portName(first);
  const own = new Set([
    ...note.facts.ports.map(portName),
    ...[...users].filter(([, names]) => names.has(note.id)).map(([name]) => name),
  ]);
  const candidates = [...users.keys()]
    .filter((name) => !own.has(name) && name.startsWith(answer.slice(0, 3)))
    .toSorted((a, b) => Math.abs(numberOf(a) - first.port) - Math.abs(numberOf(b) - first.port))
    .slice(0, NEIGHBOURS)
    .map((text) => {
      const user = [...(users.get(text) ?? [])].find((name) => /[A-Z]/.test(name));
      return { text, ...(user !== undefined && { because: `That is the port of ${user}.` }) };
    });
  const others = note.facts.ports.slice(1).map(portName);
  return madeItem({
    topic: 'port',
    level: 'medium',
    question: `Which port does ${note.title} use${others.length > 0 ? ' among others' : ''}?`,
    answer,
    candidates,
    why: `${note.title} uses ${note.facts.ports.map((port) => portName(port) + (port.use ? ` (${port.use})` : '')).join(', ')}.`,
    note: note.id,
  });
}

function protocolOn(entry: PortEntry, ports: readonly PortEntry[], users: Users): readonly Item[] {
  const name = portName(entry);
  // Asked once for a port, however many use it; the others are right too and so no wrong answers.
  if (ports.find((other) => portName(other) === name) !== entry) return [];
  const onIt = users.get(name) ?? new Set();
  // Names that share a telling word may be names of one thing: "BACnet/IP" and "BACnet Secure Connect".
  const taken = new Set([...onIt].flatMap(tellingWords));
  const candidates = ports
    .filter((other) => !onIt.has(other.protocol) && (other.note === undefined || !onIt.has(other.note)))
    .toSorted((a, b) => Math.abs(a.port - entry.port) - Math.abs(b.port - entry.port))
    .slice(0, NEIGHBOURS)
    .filter((other) => !tellingWords(other.protocol).some((word) => taken.has(word)))
    .map((other) => ({ text: other.protocol, because: `That runs on ${portName(other)}.` }));
  return madeItem({
    topic: 'port',
    level: 'hard',
    question: `What usually runs on ${name}?`,
    answer: entry.protocol,
    candidates,
    why: `${name} is the port of ${entry.protocol}${entry.remark === undefined ? '' : ` (${entry.remark})`}.`,
    ...(entry.note !== undefined && { note: entry.note }),
  });
}

function usersOf(protocols: readonly Protocol[], ports: readonly PortEntry[]): Users {
  const users = new Map<string, Set<string>>();
  const add = (port: string, ...names: readonly (string | undefined)[]) => {
    const set = users.get(port) ?? new Set<string>();
    for (const name of names) if (name !== undefined) set.add(name);
    users.set(port, set);
  };
  for (const entry of ports) add(portName(entry), entry.protocol, entry.note);
  for (const { id, title, facts } of protocols) for (const port of facts.ports) add(portName(port), title, id);
  return users;
}

function tellingWords(name: string): readonly string[] {
  return name.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? [];
}

function portName({ transport, port }: { readonly transport: 'tcp' | 'udp'; readonly port: number }): string {
  return `${transport.toUpperCase()} ${port}`;
}

function numberOf(name: string): number {
  return Number(name.slice(4));
}
