import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { useTestServer } from '../_testing/use-test-server.ts'
import { testCenter } from '../_testing/test-server.ts'
import { addKeys } from '../conflict/natural-key-rows.ts'
import { errorCodeOf } from './error-code.ts'

const place = useTestServer()

it('[SYN-52] keys of a center that moves are refused by the database itself, however many come at once', async () => {
  const { db } = place.center
  const keys = Array.from({ length: 30 }, (_, n) => ({
    hash: n.toString(16).padStart(64, '0'),
    id: '0199f000-0000-7000-8000-000000000001',
    kind: 'soft' as const,
    deviceNo: 'W10',
  }))
  const add = (some: typeof keys) => db.transaction().execute((tx) => addKeys(tx, testCenter, some, 1))
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => errorCodeOf(error),
    )
  await add(keys.slice(0, 2))
  await sql`update center set moving = true where center = ${testCenter}`.execute(db)
  expect(await codeOf(add(keys))).toBe('YC503')
  expect(await codeOf(sql`update natural_key set added_at = 2`.execute(db))).toBe('YC503')
  await sql`update center set moving = false where center = ${testCenter}`.execute(db)
  await add(keys)
  expect(await db.selectFrom('natural_key').select('hash').execute()).toHaveLength(30)
})
