import { beforeAll, describe, expect, it } from 'vitest'
import type { Operation } from '../../contract/operation.ts'
import type { PushOutput } from '../../contract/sync.ts'
import { aServiceIntake, anApplicant } from '../../domain/case/_testing.ts'
import type { Role } from '../../domain/case/role.ts'
import { makeColleagues, testCenter } from '../_testing/test-server.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { closeAccount } from '../admin/close-account.ts'
import { setStaff } from '../admin/set-staff.ts'

const at = useTestServer()
let colleagues: Readonly<Record<Role, string>>
beforeAll(async () => {
  colleagues = await makeColleagues(at.center.db)
})

const on = '2026-11-25'
const claim = (device: TestDevice, entity: string, actor: string, more: Partial<Operation> = {}): Operation =>
  device.add({ entity, kind: 'service.claim', base: 1, actor, data: { on, handler: '王丽' }, ...more })
const told = ({ verdicts }: PushOutput) => verdicts.map(({ verdict, reason }) => [verdict, reason])
const register = async (login: string, role: Role, village?: string): Promise<string> => {
  const more = village === undefined ? {} : { village }
  const done = await setStaff(
    at.center.db,
    testCenter,
    { login, name: '周航', role, organ: null, ...more },
    'a password',
  )
  if (!done.ok) throw new Error(done.error.code)
  return done.value.id
}
const hour = 3_600_000

describe('an act whose actor may not do it', () => {
  it('[SYN-88] is rejected with its reason and kept whole; what hangs on it is dependent, and nothing else waits', async () => {
    const [device, other] = [await at.enrolled(), await at.enrolled()]
    const { entity } = device.add()
    const lost = claim(device, entity, colleagues.clerk)
    device.add({
      entity,
      kind: 'service.step_pass',
      base: 2,
      actor: colleagues.reviewer,
      data: { on, opinion: '符合' },
    })
    device.add()
    const pushed = await device.push()
    expect(told(pushed)).toEqual([
      ['applied', null],
      ['rejected', 'role_not_permitted'],
      ['dependent', 'builds_on_refused'],
      ['applied', null],
    ])
    const { ops } = await other.pull(0)
    expect(ops.find(({ reason }) => reason === 'role_not_permitted')?.canon).toBe(device.chain[lost.seq - 1]?.canon)
    claim(device, entity, colleagues.reviewer)
    await device.pull()
    expect(told(await device.push(device.batch(5)))).toEqual([['applied', null]])
  })

  it('[SYN-88] is judged by the register, whatever it says of itself', async () => {
    const device = await at.enrolled()
    const { entity } = device.add()
    claim(device, entity, colleagues.clerk, { data: { on, handler: '王丽', role: 'head' } })
    const { op: _op, ...envelope } = JSON.parse(device.chain.at(-1)?.canon ?? '{}')
    const claimed = JSON.stringify({ ...envelope, role: 'head' })
    device.add({ canon: claimed })
    // Under nobody's name there is no decision either.
    claim(device, entity, 'system')
    expect(told(await device.push())).toEqual([
      ['applied', null],
      ['quarantined', 'data_invalid'],
      ['quarantined', 'not_an_operation'],
      ['rejected', 'role_not_permitted'],
    ])
  })

  it('[SYN-88] was done in the role of its own time, whatever the register says when it comes', async () => {
    const device = await at.enrolled()
    const person = await register('changing', 'reviewer')
    const opened = [device.add(), device.add(), device.add()]
    const before = Date.now()
    await register('changing', 'clerk')
    const [first, second, third] = opened
    // Done before the change and sent after it; done after it at a desk that has not heard; by a clock far ahead.
    claim(device, first?.entity ?? '', person, { wall: before })
    claim(device, second?.entity ?? '', person, { wall: Date.now() + 1 })
    claim(device, third?.entity ?? '', person, { wall: Date.now() + 900 * 24 * hour })
    expect(told(await device.push()).slice(3)).toEqual([
      ['applied', null],
      ['rejected', 'role_not_permitted'],
      ['rejected', 'role_not_permitted'],
    ])
    await register('changing', 'reviewer')
    const again = device.add()
    claim(device, again.entity, person, { wall: Date.now() + 1 })
    expect(told(await device.push(device.batch(7)))).toEqual([
      ['applied', null],
      ['applied', null],
    ])
  })

  it('[SYN-76] [SYN-88] was done while the account was closed: kept, though it was opened again since', async () => {
    const device = await at.enrolled()
    await register('away', 'clerk')
    const person = await register('away', 'clerk')
    await closeAccount(at.center.db, testCenter, 'away', false)
    const during = Date.now()
    await closeAccount(at.center.db, testCenter, 'away', true)
    device.add({ actor: person, wall: during })
    device.add({ actor: person, wall: Date.now() + 1 })
    expect(told(await device.push())).toEqual([
      ['quarantined', 'actor_disabled'],
      ['applied', null],
    ])
  })

  it('[SYN-89] an agent acts for his own village', async () => {
    const device = await at.enrolled()
    const agent = await register('baixiulan', 'agent', '石桥村')
    const submit = (village: string | null) =>
      device.add({
        kind: 'service.submit',
        actor: agent,
        data: {
          caseNo: device.nextCaseNo(),
          on,
          intake: {
            ...aServiceIntake({
              applicant: anApplicant({
                idNumber: null,
                idException: '证件遗失',
                ...(village === null ? {} : { village }),
              }),
            }),
          },
        },
      })
    submit('石桥村')
    submit(null)
    submit('柳湾村')
    expect(told(await device.push())).toEqual([
      ['applied', null],
      ['applied', null],
      ['rejected', 'agent_other_village'],
    ])
  })
})
