import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import type { PerformRecordInput } from '../../../contract/acts/record-acts.ts'
import { aRepresentative, aServiceIntake, anApplicant } from '../../../domain/case/_testing.ts'
import { plainDate } from '../../../domain/plain-date.ts'
import type { RecordAct } from '../../../domain/record/record-act.ts'
import { activate, aMandate } from '../../../domain/record/mandate/_testing.ts'
import { aStaff, makeTestHost, signIn, type TestHost } from '../_testing.ts'
import { toMutable } from '../mutable.ts'

const today = plainDate('2026-11-23')
const agent = aStaff({ id: 'S-AGENT', login: 'han.mei', name: '韩秀梅', role: 'agent' })
const other = aStaff({ id: 'S-OTHER', login: 'han.two', name: '韩秀梅', role: 'agent' })
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])

let host: TestHost
beforeEach(async () => {
  host = makeTestHost()
  host.record({ kind: 'staff.set', data: agent }, { kind: 'staff.set', data: other })
  await signIn(host, 'han.mei')
})
afterEach(() => host.remove())

/** One errand of whoever is signed in, whose document is among its papers. */
const handIn = async (
  name = '韩秀梅',
): Promise<{ readonly blob: string; readonly caseId: string; readonly recordId: string }> => {
  const caseId = host.stamps.newId()
  const recordId = host.stamps.newId()
  const draft = { id: caseId, kind: 'service' as const, title: '低保', form: '{}' }
  const content = jpeg.toString('base64')
  const added = await host.client.drafts.addFile({ draft, name: '代理员身份证.jpg', role: 'identity', content })
  if (!added.ok) throw new Error(added.error.code)
  const representative = aRepresentative({
    name,
    idNumber: '99000019800101016X',
    phone: '13600001234',
    validUntil: plainDate('2026-12-31'),
  })
  const applicant = anApplicant({
    kind: 'person',
    name: '孙建国',
    idType: 'resident_id',
    idNumber: '990123197805210015',
    contactName: null,
    contactIdNumber: null,
  })
  const intake = aServiceIntake({ channel: 'agent', representative, applicant })
  const matter = { code: intake.item.code, name: intake.item.name }
  const of = (base: number, act: RecordAct): PerformRecordInput =>
    toMutable({ recordId, base, act }) as PerformRecordInput
  const done = await host.client.cases.performTogether([
    toMutable({ caseId, base: 0, act: { kind: 'service.submit', intake } }) as PerformInput,
    of(0, {
      kind: 'mandate.draft',
      content: aMandate({ representative, validFrom: today, scope: { kind: 'items', items: [matter] } }),
    }),
    of(1, {
      kind: 'mandate.sign',
      signature: { kind: 'on_screen', hash: 'b'.repeat(64) },
      idScans: { principal: 'a'.repeat(64), agent: added.value.blob },
      signedOn: today,
    }),
    of(2, activate),
    of(3, { kind: 'mandate.use', caseId, matter, inPerson: false, deed: 'submit' }),
  ])
  if (!done.ok) throw new Error(`${done.error.at} ${done.error.refusal.code}`)
  return { blob: added.value.blob, caseId, recordId }
}

describe('what an agent said of himself', () => {
  it('[AGY-20] is told him from his newest mandate, unmasked, with his document', async () => {
    expect(await host.client.agency.own()).toBeNull()
    const { blob } = await handIn()
    expect(await host.client.agency.own()).toEqual({
      idNumber: '99000019800101016X',
      phone: '13600001234',
      idScan: { blob, size: jpeg.length, type: 'jpeg', name: '代理员身份证.jpg', role: 'identity' },
    })
  })

  it('[AGY-20] is told nobody else, were he of the same name', async () => {
    await handIn()
    await host.client.desk.signOut()
    await signIn(host, 'han.two')
    expect(await host.client.agency.own()).toBeNull()
  })

  it('[AGY-20] is none of a mandate that names another agent', async () => {
    await handIn('许立')
    expect(await host.client.agency.own()).toBeNull()
  })
})

describe('what waits to be carried to the township', () => {
  const listOf = async (...caseIds: string[]) => host.client.agency.makeList({ recordId: host.stamps.newId(), caseIds })
  const stateOf = (id: string) => host.services.store.read.records.find(id)?.state

  it('[AGY-24] is what was handed in, the oldest first, masked; on a list it waits no more', async () => {
    const first = await handIn()
    const second = await handIn()
    const waiting = await host.client.agency.waiting()
    expect(waiting.map(({ caseId }) => caseId)).toEqual([first.caseId, second.caseId])
    expect(waiting[0]?.applicant).toBe('孙＊国')
    const made = await listOf(first.caseId)
    expect(made).toMatchObject({ ok: true, value: { version: 1 } })
    expect((await host.client.agency.waiting()).map(({ caseId }) => caseId)).toEqual([second.caseId])
  })

  it('[AGY-24] becomes a list with the names of its paper, the mandate of each, and the term of the oldest', async () => {
    const { caseId, recordId } = await handIn()
    const applicant = host.services.store.read.cases.find(caseId)?.state.applicant.name
    host.clock.wall += 86_400_000
    const made = await listOf(caseId)
    if (!made.ok) throw new Error(made.error.code)
    expect(stateOf(made.value.recordId)).toMatchObject({
      status: 'at_village',
      start: 'village',
      receivedOn: today,
      madeOn: '2026-11-24',
      limits: { forward: 3, keep: 20 },
      lines: [{ n: 1, caseId, mandateId: recordId, name: applicant }],
    })
  })

  it('[AGY-24] stands on one list only; a list that is cancelled gives it back', async () => {
    const { caseId } = await handIn()
    const made = await listOf(caseId)
    if (!made.ok) throw new Error(made.error.code)
    expect(await listOf(caseId)).toMatchObject({ ok: false, error: { fields: [{ field: 'lines.0' }] } })
    const { recordId } = made.value
    const cancelled = await host.client.records.perform({
      recordId,
      base: 1,
      act: { kind: 'handover.cancel', reason: '多列了一户' },
    })
    expect(cancelled.ok).toBe(true)
    expect((await host.client.agency.waiting()).map((row) => row.caseId)).toEqual([caseId])
  })

  it('[AGY-24] a second press makes no second list, and a case named twice makes none', async () => {
    const { caseId } = await handIn()
    expect(await listOf(caseId, caseId)).toMatchObject({ ok: false, error: { fields: [{ field: 'lines.1' }] } })
    const recordId = host.stamps.newId()
    const once = await host.client.agency.makeList({ recordId, caseIds: [caseId] })
    expect(await host.client.agency.makeList({ recordId, caseIds: [caseId] })).toEqual(once)
    expect(host.services.store.read.records.count('handover')).toBe(1)
  })
})
