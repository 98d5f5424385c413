import { afterEach, describe, expect, it } from 'vitest'
import { type TestStore, openTestStore } from '../../db/_testing.ts'
import { aServiceIntake, anUnnumberedTrader } from '../../domain/case/_testing.ts'
import type { CaseAct } from '../../domain/case/case-act.ts'
import type { Role } from '../../domain/case/role.ts'
import { addDays, plainDateInShanghai } from '../../domain/plain-date.ts'
import { isTimeDisputed } from '../../domain/time-claim/time-dispute.ts'
import { machineClock } from '../../electron/host/clock/machine-clock.ts'
import { createPerform } from '../../electron/host/perform/create-perform.ts'
import { type SyncAgent, createSyncAgent } from '../../electron/host/sync-agent/agent.ts'
import { verifyCenter } from '../../server/audit/verify-center.ts'
import { codeFor, testCenter } from '../../server/_testing/test-server.ts'
import { useTestServer } from '../../server/_testing/use-test-server.ts'
import { newId } from './_testing.ts'

const place = useTestServer()
const desks: Desk[] = []

afterEach(async () => {
  for (const { agent, disk } of desks.splice(0)) {
    await agent.stop()
    disk.remove()
  }
})

interface Desk {
  readonly disk: TestStore
  readonly agent: SyncAgent
  /** Does an act by a clock that is `off` milliseconds wrong. */
  readonly perform: (act: CaseAct, more?: { caseId?: string; base?: number; role?: Role; off?: number }) => string
}

/** A desk that keeps the time that the server vouches for, enrolled and in touch. */
const openDesk = async (deviceNo: string, boot: string): Promise<Desk> => {
  const disk = openTestStore({ device: null })
  const { store } = disk
  store.time.begin(boot)
  const agent = createSyncAgent({
    store,
    now: Date.now,
    random: () => 0,
    appVersion: '0',
    clock: machineClock,
    erase: () => Promise.reject(new Error('nothing here erases')),
  })
  const enrolled = await agent.enrol({ server: place.server.url, code: await codeFor(place.center.db, deviceNo) })
  if (!enrolled.ok) throw new Error(enrolled.error.code)
  const desk: Desk = {
    disk,
    agent,
    perform: (act, { caseId = newId(), base = 0, role = 'clerk', off = 0 } = {}) => {
      const deps = { store, now: () => Date.now() + off, monotonic: machineClock.monotonic, newId }
      const done = createPerform(deps)(
        { caseId, base, act },
        { staffId: role === 'supervisor' ? 'system' : place.center.actor, role, session: null },
      )
      if (!done.ok) throw new Error(JSON.stringify(done.error))
      return done.value.caseId
    },
  }
  desks.push(desk)
  return desk
}

const accept = () => ({ kind: 'service.accept', intake: aServiceIntake({ applicant: anUnnumberedTrader() }) }) as const
const stateAt = ({ disk }: Desk, caseId: string) => {
  const found = disk.store.read.cases.find(caseId)
  if (found === null) throw new Error('no such case here')
  return found.state
}
const onServer = async (caseId: string) =>
  (await place.center.db.selectFrom('case_state').select('state').where('id', '=', caseId).executeTakeFirstOrThrow())
    .state
const day = 86_400_000

describe('a desk with a wrong clock', () => {
  it('[SYN-69] [SYN-70] [CLK-27] loses nothing: the matter is marked at every desk, and a supervisor says which day it was', async () => {
    const [a, b] = [await openDesk('W61', '00000000000a'), await openDesk('W62', '00000000000b')]
    expect(a.disk.store.time.told()).toMatchObject({ boot: '00000000000a' })
    const today = plainDateInShanghai(Date.now())
    const caseId = a.perform(accept(), { off: -3 * day })
    const honest = a.perform(accept())
    expect(await a.agent.now()).toMatchObject({ waiting: 0, attention: 0 })
    await b.agent.now()
    for (const desk of [a, b]) {
      expect(isTimeDisputed(stateAt(desk, caseId))).toBe(true)
      expect(isTimeDisputed(stateAt(desk, honest))).toBe(false)
      expect(stateAt(desk, caseId)).toEqual(await onServer(caseId))
    }
    const [dispute] = stateAt(b, caseId).timeDisputes ?? []
    expect(dispute).toMatchObject({ day: addDays(today, -3), earliest: today, latest: today })
    const fix = { kind: 'case.fix_time', op: dispute?.op ?? '', day: today, reason: '系统时间错误' } as const
    b.perform(fix, { caseId, base: stateAt(b, caseId).version, role: 'supervisor' })
    expect(await b.agent.now()).toMatchObject({ waiting: 0, attention: 0 })
    await a.agent.now()
    for (const desk of [a, b]) {
      expect(stateAt(desk, caseId)).toMatchObject({ arrivedOn: today, clockStart: today })
      expect(isTimeDisputed(stateAt(desk, caseId))).toBe(false)
      expect(stateAt(desk, caseId)).toEqual(await onServer(caseId))
      expect(desk.disk.store.verify()).toMatchObject({ ok: true, problems: [] })
    }
    expect(await verifyCenter(place.center.db, testCenter)).toMatchObject({ ok: true })
  })

  it('[SYN-70] a clock in 2099 is one mark, and nobody else is moved by it', async () => {
    const [a, b] = [await openDesk('W63', '00000000000c'), await openDesk('W64', '00000000000d')]
    const caseId = a.perform(accept(), { off: Date.UTC(2099, 0, 5) - Date.now() })
    await a.agent.now()
    await b.agent.now()
    const other = b.perform(accept())
    await b.agent.now()
    expect(isTimeDisputed(stateAt(b, caseId))).toBe(true)
    expect(isTimeDisputed(stateAt(b, other))).toBe(false)
  })
})
