import { Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';

/** The database, or a transaction on it. */
export type Database = Kysely<Schema>;

/** Where the database is. */
export type DatabaseConfig =
  /** `:memory:` for one that is gone at the end. */
  { readonly type: 'sqlite'; readonly file: string } | { readonly type: 'postgres'; readonly url: string };

/**
 * Opens the database and brings it to the newest schema.
 *
 * @param onIdleError told of a connection that broke while nobody used it; it is replaced
 * @throws {StoreError} when it cannot be opened or brought up to date
 */
export async function openDatabase(config: DatabaseConfig, onIdleError: (error: Error) => void): Promise<Database> {
  let db: Database | undefined;
  try {
    // Each driver is loaded only when it is used, which keeps the start quick.
    if (config.type === 'sqlite') {
      const { aloneOn, sqliteDialect } = await import('./sqlite.ts');
      const opened = (db = new Kysely<Schema>({ dialect: sqliteDialect(config.file) }));
      await aloneOn(config.file, () => migrate(opened));
      return opened;
    }
    const { postgresDialect } = await import('./postgres.ts');
    db = new Kysely<Schema>({ dialect: postgresDialect(config.url, onIdleError) });
    await migrate(db);
    return db;
  } catch (error) {
    // Opening is tried again whenever somebody asks: what this try holds must not pile up.
    await db?.destroy().catch(() => undefined);
    if (error instanceof StoreError) throw error;
    const where = config.type === 'sqlite' ? config.file : 'PostgreSQL (DATABASE_URL)';
    throw new StoreError(
      `The database at ${where} cannot be used: ${error instanceof Error ? error.message : 'it does not answer'}.`,
      { cause: error },
    );
  }
}
