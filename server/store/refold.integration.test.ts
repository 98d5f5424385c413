import { expect, it } from 'vitest'
import { sql } from 'kysely'
import { foldRules } from '../../domain/case/fold-rules.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { refoldCenters } from './refold.ts'

const place = useTestServer()

const states = () =>
  place.center.db.selectFrom('case_state').select(['id', 'status', 'version', 'state']).orderBy('id').execute()

it('[CASE-17] states that other rules folded are folded again from the log, once for any number of processes', async () => {
  const device = await place.enrolled()
  const opened = device.add()
  device.add()
  device.add({ entity: opened.entity, kind: 'case.note', base: 1, data: { on: '2026-09-28', text: '已告知' } })
  await device.push()
  const before = await states()
  expect(before).toHaveLength(2)
  await sql`update case_state set status = 'old', version = 99, state = state - 'documents'`.execute(place.center.db)
  await sql`update center set fold_rules = 1`.execute(place.center.db)
  const done = await Promise.all([refoldCenters(place.center.db), refoldCenters(place.center.db)])
  expect(done.flat()).toEqual([testCenter])
  expect(await states()).toEqual(before)
  expect(await place.center.db.selectFrom('center').select('fold_rules').execute()).toEqual([{ fold_rules: foldRules }])
  expect(await refoldCenters(place.center.db)).toEqual([])
})
