import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A static file with what a response needs to say of it. */
export interface Asset {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Its address, which changes with its content, so that browsers may keep it for good. */
  readonly url: string;
  readonly version: string;
}

/** Each static file with the parts in `static/` that it is put together from, in order. */
const FILES = {
  'style.css': {
    type: 'text/css; charset=utf-8',
    parts: ['frame.css', 'search-box.css', 'home.css', 'answer.css', 'quiz.css', 'print.css'],
  },
  'suggest.js': { type: 'text/javascript; charset=utf-8', parts: ['suggest.js'] },
  'quiz.js': { type: 'text/javascript; charset=utf-8', parts: ['quiz.js'] },
  'icon.svg': { type: 'image/svg+xml', parts: ['icon.svg'] },
} as const;

export type AssetName = keyof typeof FILES;
export type Assets = Readonly<Record<AssetName, Asset>>;

/** Reads the page's static files once; they are small and few. */
export function loadAssets(): Assets {
  return {
    'style.css': load('style.css'),
    'suggest.js': load('suggest.js'),
    'quiz.js': load('quiz.js'),
    'icon.svg': load('icon.svg'),
  };
}

/** Whether a name that came in an address is one of the static files. */
export function isAssetName(name: string): name is AssetName {
  return Object.hasOwn(FILES, name);
}

function load(name: AssetName): Asset {
  const { type, parts } = FILES[name];
  const content = new Uint8Array(
    Buffer.concat(parts.map((part) => readFileSync(join(import.meta.dirname, 'static', part)))),
  );
  const version = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { content, type, url: `/assets/${name}?v=${version}`, version };
}
