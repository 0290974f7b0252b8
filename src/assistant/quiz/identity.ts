import type { Learner } from '../../quiz/learner.ts';
import type { Address } from '../outbox.ts';
import type { Asker, Place } from '../request.ts';

/** The asker as the quiz knows them. */
export function learnerOf({ platform, id, name }: Asker): Learner {
  return { id: `${platform}:${id}`, name: name ?? 'Somebody' };
}

/** A place as the quiz knows it. */
export function placeKey({ platform }: Pick<Asker, 'platform'>, { id }: Pick<Place, 'id'>): string {
  return `${platform}:${id}`;
}

/** The platform and the id there of a learner or place as the quiz knows it. */
export function addressOf(key: string): Address {
  const end = key.indexOf(':');
  return { platform: key.slice(0, end), id: key.slice(end + 1) };
}
