import { PostgresDialect } from 'kysely';
import pg from 'pg';

/** Connections that one instance holds at most. */
const MAX_CONNECTIONS = 10;

/**
 * PostgreSQL by pg.
 *
 * @param onIdleError told of a connection that broke while nobody used it; the pool replaces it
 */
export function postgresDialect(url: string, onIdleError: (error: Error) => void): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    types: {
      // Times in milliseconds fit a number; pg would give every bigint as a text.
      getTypeParser: (type, format) =>
        type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format),
    },
  });
  pool.on('error', onIdleError);
  return new PostgresDialect({ pool });
}
