import pg from 'pg'
import type { TestDatabase } from './test-database.ts'

export interface Backup {
  /** Puts the database back to the moment of the backup, under whoever uses it. */
  readonly restore: () => Promise<void>
}

/** A whole copy of a database as it is now. Everybody's connection is cut for that moment; pools open new ones by themselves. */
export const takeBackup = async (database: TestDatabase): Promise<Backup> => {
  const name = new URL(database.url).pathname.slice(1)
  const copy = `${name}_backup`
  await onServer(database.url, [...without(name), `create database ${copy} template ${name}`, ...withAgain(name)])
  return {
    restore: () =>
      onServer(database.url, [
        ...without(name),
        `drop database ${name}`,
        `alter database ${copy} rename to ${name}`,
        ...withAgain(name),
      ]),
  }
}

const without = (name: string) => [
  `alter database ${name} allow_connections false`,
  `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
]
const withAgain = (name: string) => [`alter database ${name} allow_connections true`]

const onServer = async (databaseUrl: string, statements: readonly string[]): Promise<void> => {
  const url = new URL(databaseUrl)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
