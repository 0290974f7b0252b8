import { KIND_NAMES, type Kind } from '../knowledge/kinds/index.ts';
import {
  CAUSES,
  PROTOCOL_FAMILIES,
  SECTORS,
  type Cause,
  type ProtocolFamily,
  type Sector,
} from '../knowledge/vocabulary.ts';

/** A list over typed facts: every filter that is set must hold. */
export interface ListQuery {
  readonly kind: Kind;
  readonly sector?: Sector;
  readonly cause?: Cause;
  readonly family?: ProtocolFamily;
  /** First and last year, both included. */
  readonly from?: number;
  readonly to?: number;
  /** A protection that is missing or there: protocols without authentication, protocols with encryption. */
  readonly protection?: 'no-authentication' | 'no-encryption' | 'authentication' | 'encryption';
  /** A Purdue level. */
  readonly level?: number;
  readonly order?: 'oldest';
  /** Words that every note of the list must hold; lower-case letters and digits. */
  readonly words?: readonly string[];
}

/** Most bytes that the words of a list query may take in its encoded form. */
export const MAX_WORD_BYTES = 22;

const PROTECTION_FILTERS = ['no-authentication', 'no-encryption', 'authentication', 'encryption'] as const;

const SECTOR_NAMES = Object.keys(SECTORS) as readonly Sector[]; // Object.keys loses the literal keys
const CAUSE_NAMES = Object.keys(CAUSES) as readonly Cause[];
const FAMILY_NAMES = Object.keys(PROTOCOL_FAMILIES) as readonly ProtocolFamily[];

/** A list query in at most 55 ASCII characters, e.g. `k2s3y2021z2023` or `k2w-default-password`. */
export function encodeListQuery(query: ListQuery): string {
  return [
    `k${KIND_NAMES.indexOf(query.kind)}`,
    query.sector && `s${SECTOR_NAMES.indexOf(query.sector)}`,
    query.cause && `c${CAUSE_NAMES.indexOf(query.cause)}`,
    query.family && `f${FAMILY_NAMES.indexOf(query.family)}`,
    query.from !== undefined && `y${query.from}`,
    query.to !== undefined && `z${query.to}`,
    query.protection && `p${PROTECTION_FILTERS.indexOf(query.protection)}`,
    query.level !== undefined && `l${query.level}`,
    query.order && 'o0',
    query.words && `w-${query.words.join('-')}`,
  ]
    .filter(Boolean)
    .join('');
}

/** The list query that {@link encodeListQuery} made the text from; `undefined` for any other text. */
export function decodeListQuery(encoded: string): ListQuery | undefined {
  const [, filters, words] = /^((?:[a-z][\d.]{1,4})+)(?:w-([a-z\d-]+))?$/.exec(encoded) ?? [];
  if (filters === undefined) return undefined;
  const values = new Map([...filters.matchAll(/([a-z])([\d.]+)/g)].map(([, key, value]) => [key, Number(value)]));
  const pick = <T>(names: readonly T[], key: string) => names[values.get(key) ?? -1];
  const kind = pick(KIND_NAMES, 'k');
  if (!kind) return undefined;
  const query = {
    kind,
    sector: pick(SECTOR_NAMES, 's'),
    cause: pick(CAUSE_NAMES, 'c'),
    family: pick(FAMILY_NAMES, 'f'),
    from: values.get('y'),
    to: values.get('z'),
    protection: pick(PROTECTION_FILTERS, 'p'),
    level: values.get('l'),
    order: values.has('o') ? ('oldest' as const) : undefined,
  };
  const present = Object.entries(query).filter(([, value]) => value !== undefined);
  if (present.length !== values.size) return undefined;
  // What is left is a ListQuery: only the optional keys can have been dropped.
  return { ...(Object.fromEntries(present) as unknown as ListQuery), ...(words && { words: words.split('-') }) };
}
