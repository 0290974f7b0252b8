import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type * as z from 'zod';
import type { Fault } from './fault.ts';

const require = createRequire(import.meta.url);

/** The parser that knows lines. Its 72 files are loaded only when something is wrong, which it seldom is at a start. */
function locatingParser(): typeof Yaml {
  return require('yaml') as typeof Yaml; // require knows no types
}

/** A YAML text together with what is needed to say on which line a value stands. */
export interface YamlDocument {
  readonly value: unknown;
  readonly syntaxFaults: readonly Fault[];
  /** One-based line in the file of the value at a path, or of its nearest existing parent. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads YAML that begins at line `firstLine` of `file`.
 *
 * Values come from js-yaml, which is several times as fast; where something is wrong, the text is read once more by a
 * parser that knows on which line each value stands.
 */
export function readYaml(text: string, file: string, firstLine: number): YamlDocument {
  let located: LocatedDocument | undefined;
  const locate = () => (located ??= locatedDocument(text, firstLine));
  const lineOf = (path: readonly PropertyKey[]) => locate().lineOf(path);
  try {
    return { value: load(text, { schema: CORE_SCHEMA }), syntaxFaults: [], lineOf };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const faults = locate().faults.length > 0 ? locate().faults : [{ line: firstLine, message: error.reason }];
    return {
      value: undefined,
      syntaxFaults: faults.map(({ line, message }) => ({ file, line, message: `${message}, expected valid YAML` })),
      lineOf,
    };
  }
}

interface LocatedDocument {
  readonly faults: readonly { readonly line: number; readonly message: string }[];
  readonly lineOf: YamlDocument['lineOf'];
}

function locatedDocument(text: string, firstLine: number): LocatedDocument {
  const { LineCounter, parseDocument } = locatingParser();
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  return {
    faults: document.errors.map(({ pos, message }) => ({
      line: lineAt(pos[0]),
      message: message.split('\n')[0] ?? '',
    })),
    lineOf: (path) => lineAt(offsetOf(document, path)),
  };
}

function offsetOf(document: Yaml.Document, path: readonly PropertyKey[]): number {
  const { isMap, isNode, isScalar } = locatingParser();
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** Turns what zod found into faults with lines. */
export function faultsOf(error: z.ZodError, file: string, document: YamlDocument): readonly Fault[] {
  return error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    return { file, line: document.lineOf(path), message: `${issue.path.join('.') || 'the file'}: ${issue.message}` };
  });
}
