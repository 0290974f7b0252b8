import type { Database } from './database.ts';
import type { SessionTable } from './schema.ts';

export async function addSession(db: Database, session: SessionTable): Promise<void> {
  await db.insertInto('session').values(session).execute();
}

export function findSession(db: Database, id: string): Promise<SessionTable | undefined> {
  return db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Those of these sessions that there are. */
export function findSessions(db: Database, ids: readonly string[]): Promise<readonly SessionTable[]> {
  return db.selectFrom('session').selectAll().where('id', 'in', ids).execute();
}

/**
 * Moves sessions on by one question.
 *
 * @param change what else changes
 * @returns where they stand now; one that is gone is left out
 */
export async function advanceSessions(
  db: Database,
  ids: readonly string[],
  change: Partial<Pick<SessionTable, 'asked_at' | 'finished_at'>>,
): Promise<readonly Pick<SessionTable, 'id' | 'position'>[]> {
  if (ids.length === 0) return [];
  return db
    .updateTable('session')
    .set((value) => ({ ...change, position: value('position', '+', 1) }))
    .where('id', 'in', ids)
    .returning(['id', 'position'])
    .execute();
}

/** What changes about a session when its question is shown or it ends. */
export type SessionChange = Partial<Pick<SessionTable, 'position' | 'asked_at' | 'finished_at'>>;

/** Changes a session that goes on and is where it was read; one that an answer has moved on stays as it is. */
export async function changeSession(
  db: Database,
  { id, position }: Pick<SessionTable, 'id' | 'position'>,
  change: SessionChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('session')
    .set(change)
    .where('id', '=', id)
    .where('position', '=', position)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The learner's session in this place that isn't finished, the newest first. */
export function openSession(
  db: Database,
  learner: string,
  place: string,
  since: number,
): Promise<SessionTable | undefined> {
  return db
    .selectFrom('session')
    .selectAll()
    .where('learner', '=', learner)
    .where('place', '=', place)
    .where('finished_at', 'is', null)
    .where('started_at', '>=', since)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** All sessions of a learner, oldest first. */
export function sessionsOf(db: Database, learner: string): Promise<readonly SessionTable[]> {
  return db.selectFrom('session').selectAll().where('learner', '=', learner).orderBy('started_at').execute();
}
