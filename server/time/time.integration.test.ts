import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { HelloOutputSchema, type TimeToken } from '../../contract/sync.ts'
import { OperationSchema } from '../../contract/operation.ts'
import { timeTokenText } from '../../contract/sync-texts.ts'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { addDays, plainDateInShanghai } from '../../domain/plain-date.ts'
import { isTimeDisputed } from '../../domain/time-claim/time-dispute.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { verifyCenter } from '../audit/verify-center.ts'
import { isSignedBy } from '../sync/signature.ts'

const setting = useTestServer()
const today = () => plainDateInShanghai(Date.now())
const dayMs = 86_400_000

/** Takes in a case as if it were another day by the device's clock. */
const takeIn = (device: TestDevice, days: number, attest?: { at: number; id: string; elapsed: number | null }) =>
  device.add({
    wall: Date.now() + days * dayMs,
    data: { caseNo: device.nextCaseNo(), on: addDays(today(), days), intake: { ...aServiceIntake() } },
    ...(attest === undefined ? {} : { attest, boot: '0123456789ab' }),
  })

const greet = async (device: TestDevice) => HelloOutputSchema.parse((await device.hello()).body)
const toldTime = async (device: TestDevice): Promise<TimeToken> => {
  const { timeToken } = await greet(device)
  if (timeToken === undefined) throw new Error('hello told no time')
  return timeToken
}
const claimOf = async (op: string) =>
  (await setting.center.db.selectFrom('op_log').select('time_claim').where('op', '=', op).executeTakeFirst())
    ?.time_claim
const stateOf = async (id: string) => {
  const row = await setting.center.db.selectFrom('case_state').select('state').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Error('no such case')
  return row.state
}
const marksOf = async (entity: string) => {
  const { rows } = await sql<{ canon: string; verdict: string }>`
    select canon, verdict from op_log where entity = ${entity} and kind = 'case.dispute_time' order by cseq`.execute(
    setting.center.db,
  )
  return rows.map(({ canon }) => OperationSchema.parse(JSON.parse(canon)))
}

describe('time that the server vouches for', () => {
  it('[SYN-68] stands in the answers of hello, push and pull, signed for this device alone', async () => {
    const device = await setting.enrolled()
    const { serverKey, timeToken, serverTime } = await greet(device)
    takeIn(device, 0)
    const tokens = [timeToken, (await device.push()).timeToken, (await device.pull()).timeToken]
    const key = Buffer.from(serverKey, 'base64')
    for (const token of tokens) {
      if (token === undefined) throw new Error('no time was told')
      const { at, id, sig } = token
      expect(isSignedBy(key, timeTokenText(device.identity.device, at, id), sig)).toBe(true)
      expect(isSignedBy(key, timeTokenText(setting.center.actor, at, id), sig)).toBe(false)
      expect(isSignedBy(key, timeTokenText(device.identity.device, at + 1, id), sig)).toBe(false)
    }
    expect(timeToken?.at).toBe(serverTime)
  })
})

describe('time of an operation', () => {
  it('[SYN-70] between what was told and its arrival it is attested; without a word of the server it is not', async () => {
    const device = await setting.enrolled()
    const token = await toldTime(device)
    const attested = takeIn(device, 0, { at: token.at, id: token.id, elapsed: 5 })
    const old = takeIn(device, -3)
    const made = takeIn(device, -3, { at: token.at - 4 * dayMs, id: token.id, elapsed: dayMs })
    await device.push()
    expect(await claimOf(attested.op)).toBe('attested')
    expect(await claimOf(old.op)).toBe('unattested')
    // Never told to this device: it proves nothing, so it cannot make an old day look right.
    expect(await claimOf(made.op)).toBe('unattested')
    expect(await marksOf(attested.entity)).toEqual([])
  })

  it('[SYN-70] a day before the told one is disputed: applied, and the matter marked by the server itself', async () => {
    const device = await setting.enrolled()
    const { at, id } = await toldTime(device)
    const late = takeIn(device, -2, { at, id, elapsed: 1000 })
    const pushed = await device.push()
    expect(pushed.verdicts.at(-1)).toMatchObject({ verdict: 'applied', reason: null })
    expect(await claimOf(late.op)).toBe('disputed')
    const [mark] = await marksOf(late.entity)
    expect(mark).toMatchObject({ deviceNo: 'S01', actor: 'system', base: 1 })
    expect(mark?.data).toMatchObject({
      op: late.op,
      act: 'service.accept',
      day: addDays(today(), -2),
      earliest: today(),
      latest: today(),
      fields: ['arrivedOn', 'clockStart'],
    })
    expect(isTimeDisputed(await stateOf(late.entity))).toBe(true)
  })

  it('[SYN-70] a day after the arrival is disputed whatever was told, and a batch that is sent again marks nothing twice', async () => {
    const device = await setting.enrolled()
    const early = takeIn(device, 3)
    const far = takeIn(device, 20_000)
    await device.push()
    await device.push(device.batch(1))
    expect(await marksOf(early.entity)).toHaveLength(1)
    expect(await marksOf(far.entity)).toHaveLength(1)
    expect(await stateOf(early.entity)).toMatchObject({ version: 1, clockStart: addDays(today(), 3) })
  })

  it('[SYN-70] the mark stales no act that the device made before it knew of it, and a print is never marked', async () => {
    const device = await setting.enrolled()
    const { entity } = takeIn(device, 2)
    await device.push()
    const on = addDays(today(), 2)
    const wall = Date.now() + 2 * dayMs
    const printing = { on, letter: 'service_acceptance', templateVersion: '1', copies: 1, printNo: 1 }
    device.add({ entity, kind: 'letter.print', base: 1, wall, data: printing })
    device.add({
      entity,
      kind: 'clock.change_start',
      base: 1,
      actor: 'system',
      data: { on: today(), start: today(), reason: '更正' },
    })
    const pushed = await device.push()
    expect(pushed.verdicts.slice(-2).map(({ verdict }) => verdict)).toEqual(['applied', 'rejected'])
    expect(pushed.verdicts.at(-1)?.reason).toBe('start_before_arrival')
    expect(await marksOf(entity)).toHaveLength(1)
  })

  it('[SYN-70] what the server alone says is refused from a device', async () => {
    const device = await setting.enrolled()
    const { op, entity } = takeIn(device, 0)
    const data = { op, act: 'service.accept', day: today(), earliest: null, latest: today(), fields: [], on: today() }
    device.add({ entity, kind: 'case.dispute_time', base: 1, data })
    expect((await device.push()).verdicts.at(-1)).toMatchObject({ verdict: 'rejected', reason: 'server_act_only' })
  })

  it('[SYN-70] history and states with marks prove themselves', async () => {
    const device = await setting.enrolled()
    takeIn(device, 5)
    await device.push()
    expect(await verifyCenter(setting.center.db, testCenter)).toMatchObject({ ok: true })
  })

  it('[INV-16] no legal day stands unmarked after its arrival or before the last proved day', async () => {
    const device = await setting.enrolled()
    const { at, id } = await toldTime(device)
    const made = [-400, -2, -1, 0, 1, 2, 400].map((days) => takeIn(device, days, { at, id, elapsed: 1 }))
    await device.push()
    for (const { entity, data } of made) {
      const isMarked = isTimeDisputed(await stateOf(entity))
      expect(isMarked, String(data['on'])).toBe(data['on'] !== today())
    }
  })
})
