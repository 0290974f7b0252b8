import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { SqliteDialect, type SqliteDatabase } from 'kysely';

/** How long one process waits for another's writing, in milliseconds. */
const BUSY_MS = 5000;

/**
 * SQLite in one file by Node's own driver.
 *
 * Every commit is on the disk before it is acknowledged (`synchronous = FULL`): an answer that a learner saw counted
 * is never lost, not even when the power fails.
 */
export function sqliteDialect(file: string): SqliteDialect {
  return new SqliteDialect({ database: () => Promise.resolve(openFile(file)) });
}

/**
 * Runs work that only one process may do at a time on this file. Kysely's migrations take no lock on SQLite, so two
 * processes that start at once would collide.
 */
export async function aloneOn<T>(file: string, work: () => Promise<T>): Promise<T> {
  if (file === ':memory:') return work();
  mkdirSync(dirname(file), { recursive: true });
  const lock = new DatabaseSync(`${file}.lock`, { timeout: BUSY_MS });
  try {
    lock.exec('begin immediate');
    return await work();
  } finally {
    lock.close();
  }
}

function openFile(file: string): SqliteDatabase {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: BUSY_MS });
  database.exec('pragma journal_mode = wal; pragma synchronous = full;');
  const prepared = new Map<string, StatementSync>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = prepared.get(sql) ?? database.prepare(atOnce(sql));
      prepared.set(sql, statement);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...bindable(parameters)),
        run: (parameters) => statement.run(...bindable(parameters)),
        iterate: (parameters) => statement.iterate(...bindable(parameters)),
      };
    },
  };
}

/** A transaction that reads first and then writes would fail, not wait, when another process wrote in between. */
function atOnce(sql: string): string {
  return sql === 'begin' ? 'begin immediate' : sql;
}

function bindable(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((parameter) => {
    if (parameter === null || typeof parameter === 'string' || typeof parameter === 'number') return parameter;
    throw new TypeError(`a ${typeof parameter} cannot be stored, expected a text, a number or null`);
  });
}
