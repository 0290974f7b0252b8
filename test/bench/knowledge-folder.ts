import { resolve } from 'node:path';

/** The notes that are shipped, or those in the folder that `OTTO_KNOWLEDGE` names. */
export function knowledgeFolder(): string {
  return resolve(process.env['OTTO_KNOWLEDGE'] || resolve(import.meta.dirname, '../../knowledge'));
}

/** Today as an ISO day. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
