import { KINDS, type Kind } from './kinds/index.ts';
import { frontMatterSchema, noteId, type Note, type Passage } from './note.ts';
import type { Fault } from './fault.ts';
import { parseSections, plainBlocks, UnsupportedMarkdown } from './rich-text.ts';
import { faultsOf, readYaml } from './yaml-document.ts';
import type { Aspect } from './vocabulary.ts';

/** A note with what is needed to point at a line of its file. */
export interface ParsedNote {
  readonly note: Note;
  readonly file: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

export type ParseResult = { readonly parsed: ParsedNote } | { readonly faults: readonly Fault[] };

/**
 * Reads one note file: YAML front matter between `---` lines, then `## ` sections.
 *
 * @param file path as the author knows it; its name without `.md` becomes the note's id
 */
export function parseNote(kind: Kind, file: string, content: string): ParseResult {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/.exec(content);
  if (!match) {
    return { faults: [{ file, line: 1, message: 'no front matter, expected YAML between two lines of "---"' }] };
  }
  const [head, yaml = ''] = match;
  const document = readYaml(yaml, file, 2);
  if (document.syntaxFaults.length > 0) return { faults: document.syntaxFaults };

  const faults: Fault[] = [];
  const id = noteId.safeParse(file.replace(/^.*\//, '').replace(/\.md$/, ''));
  if (!id.success) {
    faults.push({ file, line: 1, message: `file name: ${id.error.issues.map((issue) => issue.message).join(', ')}` });
  }
  const front = frontMatterSchema(kind).safeParse(document.value);
  if (!front.success) faults.push(...faultsOf(front.error, file, document));
  const body = readPassages(kind, file, content.slice(head.length), head.split('\n').length);
  faults.push(...body.faults);
  if (!front.success || !id.success || faults.length > 0) return { faults };
  // The schema was chosen by the kind, so the facts are that kind's; TypeScript can't follow that through the table.
  const note = { ...front.data, id: id.data, kind, passages: body.passages } as Note;
  return { parsed: { note, file, lineOf: document.lineOf } };
}

function readPassages(
  kind: Kind,
  file: string,
  markdown: string,
  firstLine: number,
): { readonly passages: readonly Passage[]; readonly faults: readonly Fault[] } {
  const { required } = KINDS[kind];
  const headings: Readonly<Record<string, Aspect>> = KINDS[kind].headings;
  try {
    const sections = parseSections(markdown);
    const faults: Fault[] = [];
    const missing = required.filter((heading) => !sections.some((section) => section.heading === heading));
    for (const heading of missing) {
      faults.push({ file, line: firstLine, message: `no section "## ${heading}", expected in every ${kind} note` });
    }
    if (sections.length === 0) faults.push({ file, line: firstLine, message: 'no section, expected at least one' });
    for (const section of sections.filter(({ blocks }) => blocks.length === 0)) {
      faults.push({ file, line: firstLine + section.line, message: `section "${section.heading}" is empty` });
    }
    const passages = sections.map(({ heading, blocks }) => ({
      heading,
      aspect: headings[heading],
      blocks,
      text: plainBlocks(blocks),
    }));
    return { passages, faults };
  } catch (error) {
    if (!(error instanceof UnsupportedMarkdown)) throw error;
    return { passages: [], faults: [{ file, line: firstLine + error.line, message: error.message }] };
  }
}
