import type { Knowledge } from '../knowledge/load.ts';
import { nameKey } from '../knowledge/name-key.ts';
import type { GlossaryEntry, PortEntry } from '../knowledge/tables.ts';

/** What a question names by number or code, found by exact look-up. */
export type FactMatch =
  | { readonly type: 'port'; readonly port: number; readonly entries: readonly PortEntry[] }
  | { readonly type: 'acronym'; readonly entry: GlossaryEntry };

/** Exact look-up of ports and acronyms. */
export class FactIndex {
  readonly #ports = new Map<number, PortEntry[]>();
  readonly #acronyms = new Map<string, GlossaryEntry>();
  readonly #standardNumbers = new Set<number>();

  constructor({ notes, ports, glossary }: Knowledge) {
    for (const entry of ports) this.#addPort(entry);
    for (const note of notes.values()) {
      for (const [number] of [note.title, ...note.aliases].join(' ').matchAll(/\d{4,5}/g)) {
        this.#standardNumbers.add(Number(number));
      }
      if (note.kind !== 'protocol') continue;
      for (const { port, transport } of note.facts.ports) {
        const known = this.#ports.get(port)?.some((entry) => entry.note === note.id && entry.transport === transport);
        const source = note.sources[0]?.url;
        if (!known && source) this.#addPort({ port, transport, protocol: note.title, note: note.id, source });
      }
    }
    for (const entry of glossary) this.#acronyms.set(nameKey(entry.acronym), entry);
  }

  #addPort(entry: PortEntry): void {
    this.#ports.set(entry.port, [...(this.#ports.get(entry.port) ?? []), entry]);
  }

  /** What runs on the port that a question asks about, with nothing known as an empty list. */
  port(normalQuestion: string): Extract<FactMatch, { type: 'port' }> | undefined {
    const match =
      /\b(?:ports?|tcp|udp)(?: (?:number|no|is|on|tcp|udp|port))* (\d{1,5})\b/.exec(normalQuestion) ??
      /\b(\d{2,5}) (?:tcp|udp|port)\b/.exec(normalQuestion) ??
      /\b(?:listens?|listening|runs?|running|service)(?: is)? (?:on|at) (\d{2,5})\b/.exec(normalQuestion);
    const port = match ? Number(match[1]) : this.#bareNumber(normalQuestion);
    if (port === undefined || port < 1 || port > 65535) return undefined;
    const transport = /\budp\b/.test(normalQuestion) ? 'udp' : /\btcp\b/.test(normalQuestion) ? 'tcp' : undefined;
    const all = this.#ports.get(port) ?? [];
    const matching = all.filter((entry) => transport === undefined || entry.transport === transport);
    return { type: 'port', port, entries: matching.length > 0 ? matching : all };
  }

  /** A number that is a known port and is unlikely to be anything else: "seeing lots of 44818". */
  #bareNumber(normalQuestion: string): number | undefined {
    const numbers = [...normalQuestion.matchAll(/(?<![\w.])\d{4,5}(?![\w.])/g)].map(([text]) => Number(text));
    return numbers.find(
      (number) => this.#ports.has(number) && (number < 1900 || number > 2100) && !this.#isStandard(number),
    );
  }

  /** Numbers that people know as a standard's: 62443, 61850, 27001. */
  #isStandard(number: number): boolean {
    return this.#standardNumbers.has(number);
  }

  /** The acronym that a text is. */
  acronym(text: string): GlossaryEntry | undefined {
    return this.#acronyms.get(nameKey(text));
  }
}
