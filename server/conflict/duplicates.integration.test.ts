import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { OperationSchema } from '../../contract/operation.ts'
import { aServiceIntake, anUnnumberedTrader } from '../../domain/case/_testing.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { useTestServer } from '../_testing/use-test-server.ts'

const place = useTestServer()

const on = '2026-09-28'

/** Takes in the application with this number, works on it and takes in another one. */
const atWork = (device: TestDevice, preNo: string) => {
  const open = (no: string) =>
    device.add({
      data: {
        caseNo: device.nextCaseNo(),
        on,
        intake: { ...aServiceIntake({ applicant: anUnnumberedTrader(), preNo: no }) },
      },
    }).entity
  const first = open(preNo)
  device.add({ entity: first, kind: 'service.claim', base: 1, data: { on, handler: '王丽' } })
  const second = open(`${preNo} 之二`)
  device.add({
    entity: first,
    kind: 'case.set_contact',
    base: 2,
    data: { on, field: 'remark', value: '急', was: null },
  })
  return [first, second] as const
}

/** Kind and verdict of what is said of these cases, in the order of the history. */
const historyOf = async (cases: readonly string[]) => {
  const rows = await place.center.db
    .selectFrom('op_log')
    .select(['canon', 'entity', 'verdict'])
    .where('entity', 'in', [...cases])
    .orderBy('cseq')
    .execute()
  return rows.map(({ canon, entity, verdict }) => {
    const { kind, deviceNo } = OperationSchema.parse(JSON.parse(canon))
    return `${deviceNo === 'S01' ? 'S01 ' : ''}${kind} ${cases.indexOf(entity ?? '')} ${verdict}`
  })
}

describe('one application at two windows', () => {
  it('[SYN-63] into which batches a chain was cut makes no difference', async () => {
    const histories: string[][] = []
    for (const sizes of [[4], [1, 1, 1, 1], [3, 1]]) {
      const [one, two] = [await place.enrolled(), await place.enrolled()]
      const preNo = uuidv7()
      const known = atWork(one, preNo)
      await one.push()
      const cases = [...known, ...atWork(two, preNo)]
      let from = 1
      for (const size of sizes) {
        await two.push(two.batch(from, from + size - 1))
        from += size
      }
      histories.push(await historyOf(cases))
    }
    const [whole, ...others] = histories
    expect(whole?.slice(3)).toEqual([
      'case.set_contact 0 applied',
      'service.accept 2 applied',
      'S01 case.merge 0 applied',
      'S01 case.become_alias 2 applied',
      'service.claim 2 conflict',
      'service.accept 3 applied',
      'S01 case.merge 1 applied',
      'S01 case.become_alias 3 applied',
      'case.set_contact 2 applied',
    ])
    for (const other of others) expect(other).toEqual(whole)
  })

  it('[SYN-65] that push at the same moment make one case of it, whoever is first', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 6 }, async () => [await place.enrolled(), await place.enrolled()] as const),
    )
    for (const [one, two] of pairs) {
      const preNo = uuidv7()
      const cases = [atWork(one, preNo)[0], atWork(two, preNo)[0]]
      await Promise.all([one.push(), two.push()])
      const rows = await place.center.db.selectFrom('case_state').select('state').where('id', 'in', cases).execute()
      const [stands, ...gone] = rows.map(({ state }) => state).filter(({ mergedInto }) => mergedInto === undefined)
      expect(gone).toEqual([])
      expect(stands?.merged).toHaveLength(1)
    }
  })

  it('[SYN-64] what the server alone does is refused from a device, however it is signed', async () => {
    const [one, two] = [await place.enrolled(), await place.enrolled()]
    const [known] = atWork(one, uuidv7())
    const [other] = atWork(two, uuidv7())
    await one.push()
    const letters = { materials: [], letters: [] }
    two.add({ entity: other, kind: 'case.become_alias', base: 1, data: { on, into: known, intoNo: one.nextCaseNo() } })
    two.add({
      entity: known,
      kind: 'case.merge',
      base: 1,
      data: { on, aliasId: other, aliasNo: two.nextCaseNo(), arrivedOn: on, clockStart: '2020-01-01', ...letters },
    })
    two.add({ entity: known, kind: 'case.suspect_duplicate', base: 1, data: { on, caseId: other } })
    const { verdicts } = await two.push()
    expect(verdicts.slice(-3).map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['rejected', 'act_of_server'],
      ['rejected', 'act_of_server'],
      ['rejected', 'act_of_server'],
    ])
  })
})
