import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import { foldRules } from '../../domain/case/fold-rules.ts'
import { type TestDatabase, makeTestDatabase } from '../_testing/test-database.ts'
import {
  type TestCenter,
  enrolTestDevice,
  makeTestCenter,
  startTestServer,
  testCenter,
} from '../_testing/test-server.ts'
import type { RunningServer } from '../serve.ts'
import { refoldCenters } from './refold.ts'

let database: TestDatabase
let center: TestCenter
let server: RunningServer
beforeAll(async () => {
  database = await makeTestDatabase()
  center = await makeTestCenter(database.url)
  server = await startTestServer(database.url)
})
afterAll(async () => {
  await server.stop()
  await center.close()
  await database.drop()
})

const states = () =>
  center.db.selectFrom('case_state').select(['id', 'status', 'version', 'state']).orderBy('id').execute()

it('[CASE-17] states that other rules folded are folded again from the log, once for any number of processes', async () => {
  const device = await enrolTestDevice(center, server.url)
  const opened = device.add()
  device.add()
  device.add({ entity: opened.entity, kind: 'case.note', base: 1, data: { on: '2026-09-28', text: '已告知' } })
  await device.push()
  const before = await states()
  expect(before).toHaveLength(2)
  await sql`update case_state set status = 'old', version = 99, state = state - 'documents'`.execute(center.db)
  await sql`update center set fold_rules = 1`.execute(center.db)
  const done = await Promise.all([refoldCenters(center.db), refoldCenters(center.db)])
  expect(done.flat()).toEqual([testCenter])
  expect(await states()).toEqual(before)
  expect(await center.db.selectFrom('center').select('fold_rules').execute()).toEqual([{ fold_rules: foldRules }])
  expect(await refoldCenters(center.db)).toEqual([])
})
