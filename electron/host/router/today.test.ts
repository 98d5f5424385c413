import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { QueueScopeName, Today, TodayInput } from '../../../contract/queries/today.ts'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import { aMaterial, aServiceIntake, anApplicant, missing } from '../../../domain/case/_testing.ts'
import { type TestHost, aStaff, aWindow, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'

const dayMs = 86_400_000
const reviewer = aStaff({ id: 'S02', login: 'li.ming', name: '李明', role: 'reviewer', organ: '青岚县水务局' })

let host: TestHost
beforeEach(async () => {
  host = makeTestHost({ staff: [aStaff(), reviewer] })
  await signIn(host)
})
afterEach(() => host.remove())

const perform = async (act: CaseAct, caseId = host.stamps.newId(), base = 0) => {
  const performed = await host.client.cases.perform(toMutable({ caseId, base, act }))
  if (!performed.ok) throw new Error(JSON.stringify(performed.error))
  return performed.value
}
const intake = (over: Parameters<typeof aServiceIntake>[0] = {}) =>
  aServiceIntake({ applicant: anApplicant({ name: '周文静' }), ...over })
const accept = () => perform({ kind: 'service.accept', intake: intake() })
const notice = () =>
  perform({ kind: 'service.notice', intake: intake({ materials: [aMaterial({ ...missing })] }), correctBy: null })
const queue = (whose: QueueScopeName | null = null, stood: TodayInput['stood'] = []) =>
  host.client.today({ whose, stood })
const placesIn = ({ groups }: Today) => groups.map(({ group, rows }) => [group, rows.map(({ id }) => id)] as const)

describe('the queue of the day', () => {
  it('[QUE-1] a notice waits; an accepted case is listed for the clerk only when its limit comes near', async () => {
    const waiting = await notice()
    const accepted = await accept()
    expect(placesIn(await queue())).toEqual([['waiting', [waiting.caseId]]])
    host.clock.wall += 40 * dayMs
    const late = await queue()
    expect(placesIn(late).slice(0, 1)).toEqual([['overdue_statutory', [accepted.caseId]]])
    const [line] = late.groups[0]?.rows ?? []
    expect(line).toMatchObject({ applicant: '周＊静', time: 'overdue_statutory', next: null })
    expect(line?.left).toBeLessThan(0)
  })

  it('[QUE-2] tells what the role does next', async () => {
    await notice()
    const { caseId } = await accept()
    expect((await queue()).groups).toMatchObject([{ group: 'waiting', rows: [{ next: 'service.supply' }] }])
    await signIn(host, 'li.ming')
    const { groups } = await queue('center')
    expect(groups.find(({ group }) => group === 'to_do')?.rows).toMatchObject([{ id: caseId, next: 'service.claim' }])
  })

  it('[QUE-3] what was dealt with stays where it stood, what came since stands behind it', async () => {
    const first = await notice()
    const second = await notice()
    const stood = (await queue()).groups.flatMap(({ group, rows }) => rows.map(({ id }) => ({ id, group })))
    expect(stood.map(({ id }) => id)).toEqual([first.caseId, second.caseId])
    host.clock.wall += 60_000
    const handled = { kind: 'service.withdraw', reason: '申请人撤回' } as const
    await perform(handled, first.caseId, first.version)
    const third = await notice()
    const [part] = (await queue(null, stood)).groups
    expect(part?.rows.map(({ id }) => id)).toEqual([first.caseId, second.caseId, third.caseId])
    expect(part?.rows[0]).toMatchObject({ status: 'withdrawn', handledAt: host.clock.wall, next: null })
    expect(part?.rows[1]).toMatchObject({ handledAt: null })
    expect(part?.total).toBe(2)
    // Made anew it knows nothing of what is over.
    expect(placesIn(await queue())).toEqual([['waiting', [second.caseId, third.caseId]]])
  })

  it('[QUE-4] shows whose cases were asked for, and offers an organ only where there is one', async () => {
    const mine = await notice()
    expect((await queue()).scopes).toEqual(['mine', 'window', 'center'])
    expect((await queue()).whose).toBe('window')
    await signIn(host, 'li.ming')
    const seen = async (whose: QueueScopeName | null) => placesIn(await queue(whose)).flatMap(([, ids]) => ids)
    expect((await queue()).scopes).toContain('organ')
    expect((await queue()).whose).toBe('organ')
    expect(await seen('mine')).toEqual([])
    expect(await seen('center')).toEqual([mine.caseId])
    expect(await seen('window')).toEqual([mine.caseId])
    host.record({ kind: 'window.set', data: { ...aWindow, deviceNo: 'W09' } })
    await signIn(host)
    expect(await seen('mine')).toEqual([mine.caseId])
  })

  it('counts what was done at this device since midnight, and the limits of the next working days', async () => {
    await accept()
    const waiting = await notice()
    await perform({ kind: 'case.note', text: '已电话告知' }, waiting.caseId, waiting.version)
    const { done, ahead } = await queue()
    expect(done).toEqual({ since: expect.any(Number), received: 2, accepted: 1, noticed: 1, handedOver: 0 })
    expect(ahead.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'])
    host.clock.wall += dayMs
    expect((await queue()).done).toEqual({ since: null, received: 0, accepted: 0, noticed: 0, handedOver: 0 })
  })

  it('is for people who are signed in', async () => {
    await host.client.desk.signOut()
    await expect(queue()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })
})
