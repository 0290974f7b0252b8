import * as z from 'zod';
import { KIND_NAMES, KINDS, type Kind } from './kinds/index.ts';
import { frontMatterSchema } from './note.ts';

/** JSON Schema of one kind's front matter as its author writes it, for completion in editors. */
export function jsonSchemaOf(kind: Kind): object {
  return {
    ...z.toJSONSchema(frontMatterSchema(kind), { io: 'input' }),
    title: `Front matter of a note of kind "${KINDS[kind].singular}"`,
  };
}

/** The schema file of every kind: name within `docs/note-schema/` and content. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(KIND_NAMES.map((kind) => [`${kind}.json`, `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`]));
}
