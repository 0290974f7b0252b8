import type { Database } from './database.ts';
import type { ReminderTable } from './schema.ts';

/** Sets a learner's reminder, in the place of the one they had. */
export async function saveReminder(db: Database, reminder: ReminderTable): Promise<void> {
  const { learner: _learner, ...rest } = reminder;
  await db
    .insertInto('reminder')
    .values(reminder)
    .onConflict((conflict) => conflict.column('learner').doUpdateSet(rest))
    .execute();
}

/** @returns whether there was one */
export async function removeReminder(db: Database, learner: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('reminder').where('learner', '=', learner).executeTakeFirst();
  return numDeletedRows > 0n;
}

export function findReminder(db: Database, learner: string): Promise<ReminderTable | undefined> {
  return db.selectFrom('reminder').selectAll().where('learner', '=', learner).executeTakeFirst();
}

/** The reminders that are due, run, and are not being sent by any instance. */
export function dueReminders(db: Database, now: number): Promise<readonly ReminderTable[]> {
  return db
    .selectFrom('reminder')
    .selectAll()
    .where('next_at', '<=', now)
    .where('lease_until', '<=', now)
    .where('paused', 'is', null)
    .execute();
}

/**
 * Takes a due reminder, for a while, if no other instance took it before.
 *
 * @returns whether it is this instance's to send
 */
export async function claimReminder(db: Database, reminder: ReminderTable, leaseUntil: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('reminder')
    .set({ lease_until: leaseUntil })
    .where('learner', '=', reminder.learner)
    .where('next_at', '=', reminder.next_at)
    .where('lease_until', '=', reminder.lease_until)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What changes about a reminder once it was sent, snoozed or refused. */
export type ReminderChange = Partial<Pick<ReminderTable, 'next_at' | 'lease_until' | 'ignored' | 'paused'>>;

/** Changes a reminder as it was read; what its learner set meanwhile stays. */
export async function changeReminder(
  db: Database,
  { learner, minute, zone, next_at }: ReminderTable,
  change: ReminderChange,
): Promise<void> {
  await db
    .updateTable('reminder')
    .set(change)
    .where('learner', '=', learner)
    .where('minute', '=', minute)
    .where('zone', '=', zone)
    .where('next_at', '=', next_at)
    .execute();
}
