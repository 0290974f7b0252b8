import { createHash } from 'node:crypto';
import type { Item } from './item.ts';

/** The id of an item: 12 characters of a hash over its question and its right answer. */
export function itemId({ question, answer }: Pick<Item, 'question' | 'answer'>): string {
  return createHash('sha256').update(`${question}\n${answer}`).digest('base64url').slice(0, 12);
}
