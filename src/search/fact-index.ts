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

  constructor({ notes, ports, glossary }: Knowledge) {
    for (const entry of ports) this.#addPort(entry);
    for (const note of notes.values()) {
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
    const port = Number(match?.[1]);
    if (!match || port < 1 || port > 65535) return undefined;
    const transport = /\budp\b/.test(normalQuestion) ? 'udp' : /\btcp\b/.test(normalQuestion) ? 'tcp' : undefined;
    const all = this.#ports.get(port) ?? [];
    const matching = all.filter((entry) => transport === undefined || entry.transport === transport);
    return { type: 'port', port, entries: matching.length > 0 ? matching : all };
  }

  /** The acronym that a text is. */
  acronym(text: string): GlossaryEntry | undefined {
    return this.#acronyms.get(nameKey(text));
  }
}
