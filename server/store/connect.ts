import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { ServerSchema } from './schema.ts'

export type Database = Kysely<ServerSchema>
export type Tx = Transaction<ServerSchema>

const int8 = 20

/**
 * A pool of connections. Every statement and every wait for a lock ends by itself: a request may fail and be tried again, never
 * hang. `bigint` columns arrive as numbers: commit numbers and milliseconds stay far below 2^53.
 */
export const connect = (url: string, connections = 16): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'yichuang',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === int8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format),
    },
  })
  pool.on('error', () => {
    // An idle connection was cut; the pool drops it and the next request opens another.
  })
  pool.on('connect', (client) => {
    // Cut between two statements of a transaction: nobody listens then, and Node would end the process. The next statement fails instead.
    client.on('error', () => undefined)
  })
  return new Kysely<ServerSchema>({ dialect: new PostgresDialect({ pool }) })
}
