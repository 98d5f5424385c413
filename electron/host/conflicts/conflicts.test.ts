import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import { aHistory, type History } from '../../../db/sync/_testing.ts'
import { aMaterial, aServiceIntake, missing } from '../../../domain/case/_testing.ts'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import type { Role } from '../../../domain/case/role.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'
import { toMutable } from '../mutable.ts'

let history: History
let ours: TestHost
let theirs: TestHost
beforeEach(() => {
  history = aHistory()
  ours = makeTestHost()
  theirs = makeTestHost({ device: { device: '0199f000-0000-7000-8000-000000000005', deviceNo: 'W05' } })
})
afterEach(async () => {
  await ours.remove()
  await theirs.remove()
})

const actor = (role: Role = 'clerk') => ({ staffId: 'S01', role, session: null })
const stateAt = (host: TestHost, id: string) => host.services.store.read.cases.find(id)?.state
const perform = (host: TestHost, caseId: string, act: CaseAct, role: Role = 'clerk') => {
  const input = toMutable({ caseId, base: stateAt(host, caseId)?.version ?? 0, act }) as PerformInput
  const done = host.services.perform(input, actor(role))
  if (!done.ok) throw new Error(JSON.stringify(done.error))
}
/** Conflicts of cases; the history of these tests takes no reference data from a desk. */
const listed = (host: TestHost, role: Role = 'clerk') =>
  host.services.conflicts.list(role).filter(({ caseNo }) => caseNo !== null)
const sync = (host: TestHost) => {
  history.push(host.services.store)
  history.pull(host.services.store)
}

/** Both desks know a request that waits for a paper; theirs closes it first, ours takes the paper in and adds a note. */
const bothActed = (): string => {
  const id = ours.stamps.newId()
  const intake = aServiceIntake({ materials: [aMaterial(missing)] })
  perform(ours, id, { kind: 'service.notice', intake, correctBy: null })
  sync(ours)
  sync(theirs)
  perform(theirs, id, { kind: 'service.withdraw', reason: '申请人不再办理' })
  perform(ours, id, { kind: 'service.supply', materials: [aMaterial()] })
  sync(theirs)
  sync(ours)
  return id
}

describe('an act that came second', () => {
  it('[CFL-1] is one open task with all it said, beside what is in force and where both began', () => {
    const id = bothActed()
    const [row, ...more] = listed(ours)
    expect(more).toEqual([])
    expect(row).toMatchObject({ kind: 'service.supply', verdict: 'conflict', deviceNo: 'W03', state: null })
    expect(row?.caseNo).toBe(stateAt(ours, id)?.caseNo)
    const view = ours.services.conflicts.view(row?.op ?? '', actor())
    expect(view?.theirs).toMatchObject({ kind: 'service.withdraw', deviceNo: 'W05' })
    expect(view?.canResubmit).toBe(false)
    const status = view?.fields.find(({ path }) => path === 'status')
    expect(status).toMatchObject({ base: 'correction_wait', mine: 'accepted', theirs: 'withdrawn' })
    expect(view?.fields.map(({ path }) => path)).toContain('intake.materials.1.received')
    expect(JSON.stringify(view)).not.toContain('990000199001010017')
    expect(listed(theirs)).toEqual([])
  })

  it('[CFL-4] given up, it is settled and stays in the log; what is in force stays as it is', () => {
    const id = bothActed()
    const before = stateAt(ours, id)
    const waiting = ours.services.sync.status().attention
    const [row] = listed(ours)
    const op = row?.op ?? ''
    expect(ours.services.conflicts.settle({ op, way: 'accept_theirs', reason: '' }, actor())).toEqual({
      ok: true,
      value: null,
    })
    expect(listed(ours)).toEqual([])
    expect(stateAt(ours, id)).toEqual(before)
    expect(ours.services.sync.status().attention).toBe(waiting - 1)
    expect(ours.services.store.read.log.find(op)?.canon).toContain('service.supply')
    expect(ours.services.conflicts.settle({ op, way: 'accept_theirs', reason: '' }, actor())).toMatchObject({
      ok: false,
      error: { code: 'record_unknown' },
    })
    expect(ours.services.store.verify().problems).toEqual([])
  })

  it('[CFL-4] done again it goes by the rules of now: refused, nothing has happened and it stays open', () => {
    const id = bothActed()
    const [row] = listed(ours)
    const count = ours.services.store.read.log.count()
    const again = { op: row?.op ?? '', way: 'resubmit', reason: '材料已补齐' } as const
    expect(ours.services.conflicts.settle(again, actor())).toMatchObject({ ok: false })
    expect(ours.services.store.read.log.count()).toBe(count)
    expect(listed(ours)).toHaveLength(1)
    expect(stateAt(ours, id)?.status).toBe('withdrawn')
  })

  it('[CFL-4] done again where the rules allow it, it takes effect on what is in force now', () => {
    const id = ours.stamps.newId()
    perform(ours, id, { kind: 'service.accept', intake: aServiceIntake() })
    sync(ours)
    sync(theirs)
    const flag = (which: 'supervised' | 'urged') =>
      ({ kind: 'case.flag', flag: which, set: true, reason: '群众来电' }) as const
    perform(theirs, id, flag('supervised'), 'supervisor')
    perform(ours, id, flag('urged'), 'supervisor')
    sync(theirs)
    sync(ours)
    expect(stateAt(ours, id)?.flags).toEqual(['supervised'])
    const [row] = listed(ours)
    expect(row).toMatchObject({ kind: 'case.flag', verdict: 'conflict', reason: 'stale' })
    const op = row?.op ?? ''
    expect(ours.services.conflicts.view(op, actor('supervisor'))?.canResubmit).toBe(true)
    const again = { op, way: 'resubmit', reason: '两项都要' } as const
    expect(ours.services.conflicts.settle(again, actor('supervisor'))).toMatchObject({ ok: true })
    expect(stateAt(ours, id)?.flags).toEqual(['supervised', 'urged'])
    expect(listed(ours)).toEqual([])
    expect(ours.services.store.verify().problems).toEqual([])
  })

  it('[CFL-4] referred, it waits for a supervisor, who decides it', () => {
    bothActed()
    const [row] = listed(ours)
    const op = row?.op ?? ''
    const refer = { op, way: 'refer', reason: '材料已经收下，请组长裁定' } as const
    expect(ours.services.conflicts.settle(refer, actor())).toMatchObject({ ok: true })
    expect(listed(ours)).toMatchObject([{ op, state: 'referred' }])
    expect(ours.services.conflicts.settle(refer, actor())).toMatchObject({
      ok: false,
      error: { code: 'record_exists' },
    })
    const decide = { op, way: 'accept_theirs', reason: '申请人已撤回' } as const
    expect(ours.services.conflicts.settle(decide, actor())).toMatchObject({
      ok: false,
      error: { code: 'role_not_permitted' },
    })
    expect(ours.services.conflicts.view(op, actor('supervisor'))?.referral).toBe(refer.reason)
    expect(ours.services.conflicts.settle(decide, actor('supervisor'))).toMatchObject({ ok: true })
    expect(listed(ours, 'supervisor')).toEqual([])
  })
})

describe('a case that another examiner took over while the desk had no network', () => {
  it('[CFL-1] the late act is not carried out: it waits, whole, for a person', () => {
    const id = ours.stamps.newId()
    perform(ours, id, { kind: 'service.accept', intake: aServiceIntake() })
    sync(ours)
    sync(theirs)
    perform(theirs, id, { kind: 'service.claim', handler: '周航' }, 'reviewer')
    perform(ours, id, { kind: 'service.claim', handler: '王丽' }, 'reviewer')
    sync(theirs)
    sync(ours)
    expect(stateAt(ours, id)).toEqual(stateAt(theirs, id))
    const rows = listed(ours, 'reviewer')
    expect(rows).toMatchObject([{ kind: 'service.claim', verdict: 'conflict' }])
    const view = ours.services.conflicts.view(rows[0]?.op ?? '', actor('reviewer'))
    expect(view?.theirs).toMatchObject({ kind: 'service.claim', deviceNo: 'W05' })
    expect(view?.fields).toContainEqual(expect.objectContaining({ mine: '王丽', theirs: '周航' }))
  })
})

describe('acts of somebody whose account was closed while the desk had no network', () => {
  it('[SYN-76] wait whole, with no effect, before every supervisor of the center, and for nobody else at other desks', () => {
    const id = theirs.stamps.newId()
    const by = { staffId: 'S02', role: 'clerk', session: null } as const
    const acts: CaseAct[] = [
      { kind: 'service.accept', intake: aServiceIntake() },
      { kind: 'service.withdraw', reason: '申请人不再办理' },
    ]
    for (const [base, act] of acts.entries()) {
      const done = theirs.services.perform(toMutable({ caseId: id, base, act }) as PerformInput, by)
      if (!done.ok) throw new Error(JSON.stringify(done.error))
    }
    history.closeAccount('S02')
    sync(theirs)
    sync(ours)
    const leftBehind = () => ours.services.conflicts.list('supervisor').filter(({ deviceNo }) => deviceNo === 'W05')
    expect(stateAt(ours, id)).toBeUndefined()
    expect(listed(ours)).toEqual([])
    const rows = leftBehind()
    expect(rows.map(({ kind, reason, deviceNo }) => [kind, reason, deviceNo])).toEqual([
      ['service.accept', 'actor_disabled', 'W05'],
      ['service.withdraw', 'actor_disabled', 'W05'],
    ])
    const op = rows[0]?.op ?? ''
    expect(ours.services.store.read.log.find(op)?.canon).toContain('service.accept')
    const settle = { op, way: 'accept_theirs', reason: '人已离岗，事项另收' } as const
    expect(ours.services.conflicts.settle(settle, actor())).toMatchObject({ error: { code: 'role_not_permitted' } })
    expect(ours.services.conflicts.settle(settle, actor('supervisor'))).toEqual({ ok: true, value: null })
    expect(leftBehind().map(({ kind }) => kind)).toEqual(['service.withdraw'])
    // At their own desk a colleague takes over what is waiting, in their own name.
    expect(theirs.services.conflicts.list('clerk').map(({ kind }) => kind)).toContain('service.accept')
  })
})
