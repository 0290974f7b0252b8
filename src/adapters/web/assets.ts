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

const TYPES = {
  'style.css': 'text/css; charset=utf-8',
  'suggest.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

export type AssetName = keyof typeof TYPES;
export type Assets = Readonly<Record<AssetName, Asset>>;

/** Reads the page's static files once; they are small and few. */
export function loadAssets(): Assets {
  return { 'style.css': load('style.css'), 'suggest.js': load('suggest.js'), 'icon.svg': load('icon.svg') };
}

/** Whether a name that came in an address is one of the static files. */
export function isAssetName(name: string): name is AssetName {
  return Object.hasOwn(TYPES, name);
}

function load(name: AssetName): Asset {
  const content = new Uint8Array(readFileSync(join(import.meta.dirname, 'static', name)));
  const version = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { content, type: TYPES[name], url: `/assets/${name}?v=${version}`, version };
}
