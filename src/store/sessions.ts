import type { Database } from './database.ts';
import type { SessionTable } from './schema.ts';

export async function addSession(db: Database, session: SessionTable): Promise<void> {
  await db.insertInto('session').values(session).execute();
}

export function findSession(db: Database, id: string): Promise<SessionTable | undefined> {
  return db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What changes about a session while it goes on. */
export type SessionChange = Partial<Pick<SessionTable, 'position' | 'asked_at' | 'finished_at'>>;

export async function changeSession(db: Database, id: string, change: SessionChange): Promise<void> {
  await db.updateTable('session').set(change).where('id', '=', id).execute();
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
