import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { schemaFiles } from '../../src/knowledge/json-schema.ts';

test.each([...schemaFiles()])(
  'docs/note-schema/%s is what the code says; "npm run schema" writes it anew',
  async (name, content) => {
    expect(await readFile(resolve(import.meta.dirname, '../../docs/note-schema', name), 'utf8')).toBe(content);
  },
);
