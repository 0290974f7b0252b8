import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { SqliteDialect, type DatabaseConnection, type Driver, type SqliteDatabase } from 'kysely';

/** How long one process waits for another's writing, in milliseconds. */
const BUSY_MS = 5000;

/** How often it looks whether the other has finished, in milliseconds. */
const RETRY_MS = 5;

/** What SQLite says when another process is writing: https://sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

/**
 * SQLite in one file by Node's own driver.
 *
 * Every commit is on the disk before it is acknowledged (`synchronous = FULL`): an answer that a learner saw counted
 * is never lost, not even when the power fails.
 */
export function sqliteDialect(file: string): SqliteDialect {
  return new PatientDialect({ database: () => Promise.resolve(openFile(file)) });
}

/** Waits for another process's writing without blocking this one, which SQLite's own waiting would. */
class PatientDialect extends SqliteDialect {
  override createDriver(): Driver {
    const driver = super.createDriver();
    const known = new WeakSet<DatabaseConnection>();
    const acquire = driver.acquireConnection.bind(driver);
    driver.acquireConnection = async () => {
      const connection = await acquire();
      if (!known.has(connection)) {
        known.add(connection);
        const execute = connection.executeQuery.bind(connection);
        connection.executeQuery = (query) => whenFree(() => execute(query));
      }
      return connection;
    };
    return driver;
  }
}

async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + BUSY_MS; ; await sleep(RETRY_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
    }
  }
}

function isBusy(error: unknown): boolean {
  // What node:sqlite adds to its errors; the low byte is the primary code.
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
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
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 0;');
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
