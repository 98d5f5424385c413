import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openEmbedded } from '../store/embedded/open-embedded.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface TestDatabase {
  readonly url: string
  readonly drop: () => Promise<void>
}

/**
 * An empty database of its own on a real PostgreSQL: beside the one given, or on that of YICHUANG_TEST_DATABASE_URL (a superuser's
 * address), else on an embedded one that lives as long as the test.
 */
export const makeTestDatabase = async (beside?: TestDatabase): Promise<TestDatabase> => {
  const given = beside?.url ?? process.env['YICHUANG_TEST_DATABASE_URL']
  const folder = temporaryFolder()
  const embedded = given === undefined ? await openEmbedded(folder.path) : null
  const server = given ?? embedded?.url ?? ''
  const name = `yichuang_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: async () => {
      await onServer(server, `drop database ${name} with (force)`)
      await embedded?.close()
      folder.remove()
    },
  }
}

const onServer = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
