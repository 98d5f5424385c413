import { afterEach, describe, expect, it } from 'vitest'
import { connectionOf } from './connection.ts'
import { query } from './query.ts'
import { openSqlite } from './sqlite.ts'
import { named, statement } from './statement.ts'

const open: { readonly close: () => unknown }[] = []
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})

const aConnection = () => {
  const database = openSqlite(':memory:', { nativeBinding: null, timeout: 0, readonly: false })
  open.push(database)
  database.exec('CREATE TABLE meta (n INTEGER PRIMARY KEY, k TEXT, v TEXT)')
  return connectionOf(database)
}

const put = statement<{ k: 'epoch'; v: string }>()((param) => query.insertInto('meta').values(named(param, ['k', 'v'])))

describe('many rows at once', () => {
  it.each([0, 1, 2, 3, 31, 32, 33, 95, 127])('are %d rows in their order', (count) => {
    const connection = aConnection()
    const rows = Array.from({ length: count }, (_, n) => ({ k: 'epoch' as const, v: String(n) }))
    connection.insertAll(put, rows)
    expect(connection.database.prepare('SELECT k, v FROM meta ORDER BY n').all()).toEqual(rows)
  })
})
