import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { SnapshotOutputSchema } from '../../contract/sync-snapshot.ts'
import { type TestStore, openTestStore } from '../../db/_testing.ts'
import type { BaseState } from '../../db/log/base-state.ts'
import type { Store } from '../../db/store.ts'
import { aDisclosureIntake, aServiceIntake, anApplicant, day } from '../../domain/case/_testing.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import { setDeviceScope } from '../../server/admin/set-device-scope.ts'
import type { TestDevice } from '../../server/_testing/test-device.ts'
import { testCenter } from '../../server/_testing/test-server.ts'
import { useTestServer } from '../../server/_testing/use-test-server.ts'
import { type TestDesk, openDesk } from './_testing.ts'

const place = useTestServer()
let window: TestDesk
const cases: string[] = []
const stores: TestStore[] = []
const desks: TestDesk[] = []

const accept = (village: string) => ({
  kind: 'service.accept' as const,
  intake: aServiceIntake({ applicant: anApplicant({ village }) }),
})

beforeAll(async () => {
  window = await openDesk(place.center, place.server.url, 'W61')
  const other = await openDesk(place.center, place.server.url, 'W62')
  const note = (caseId: string, text: string) => window.perform({ kind: 'case.note', text }, { caseId, base: 1 })
  const exchange = async () => {
    for (const desk of [window, other, window]) await desk.agent.now()
  }
  for (const village of ['石桥村', '柳湾村', '石桥村']) cases.push(window.perform(accept(village)).caseId)
  const [first = '', second = ''] = cases
  note(first, '先问过了')
  cases.push(
    window.perform(
      { kind: 'disclosure.register', intake: aDisclosureIntake({ arrivedOn: day('2026-09-28') }) },
      { role: 'disclosure_officer' },
    ).caseId,
  )
  await exchange()
  // Two desks do the same: one of them is refused, and that is in the history too.
  for (const desk of [window, other]) {
    desk.perform({ kind: 'service.withdraw', reason: '申请人撤回' }, { caseId: second, base: 1 })
  }
  await exchange()
  window.perform(
    { kind: 'letter.print', letter: 'service_acceptance', templateVersion: '1', copies: 2 },
    { caseId: first, base: 1 },
  )
  cases.push(other.perform(accept('石桥村')).caseId)
  note(second, '撤回以后的话')
  await exchange()
  await other.remove()
})
afterEach(async () => {
  for (const store of stores.splice(0)) store.remove()
  for (const desk of desks.splice(0)) await desk.remove()
})
afterAll(async () => {
  await window.remove()
})

const scopes: readonly Scope[] = [
  { kind: 'window', closedDays: 30 },
  { kind: 'villages', villages: ['石桥村'], closedDays: 30 },
]
const newStore = () => {
  const store = openTestStore({ device: null })
  stores.push(store)
  return store
}
const readerOf = async (scope: Scope) => {
  const device = await place.enrolled()
  const deviceNo = device.identity.deviceNo
  await setDeviceScope(place.center.db, { center: testCenter, deviceNo, scope, account: 'test' })
  return device
}
const newest = async () =>
  (await place.center.db.selectFrom('center').select('cseq').where('center', '=', testCenter).executeTakeFirstOrThrow())
    .cseq

/** A part as the agent applies it; answers where the next begins. */
const part = async (device: TestDevice, store: Store, at: number, after: string, limit: number) => {
  const answer = await device.request(
    'GET',
    `/sync/v1/snapshot?center=${testCenter}&at=${at}&part=${after}&limit=${limit}`,
  )
  expect(answer.status).toBe(200)
  const piece = SnapshotOutputSchema.parse(answer.body)
  expect(piece.at).toBe(at)
  const states = piece.states.map((state) => ({ ...state, state: state.state as unknown as BaseState['state'] }))
  store.transact(({ sync }) => sync.applySnapshot({ ...piece, states, center: testCenter, after }))
  return piece.next
}
const readOn = async (device: TestDevice, store: Store) => {
  for (;;) {
    const page = await device.pull(store.read.sync.cursor(testCenter).cseq, 4)
    const { ops, runs = [], brought = [] } = page
    const applied = store.transact(({ sync }) => sync.applyPull({ center: testCenter, ops, runs, brought }))
    expect(applied.ok).toBe(true)
    if (store.read.sync.cursor(testCenter).cseq === page.head) return
  }
}
/** All that people see of it. */
const seen = ({ read }: Store) => ({
  cases: cases.map((id) => read.cases.find(id)),
  confirmed: cases.map((id) => read.sync.confirmed(id)),
  staff: read.reference.staff(),
  window: read.reference.findWindow('W61'),
  cursor: read.sync.cursor(testCenter),
})
const withoutRow = (all: ReturnType<typeof seen>) =>
  JSON.parse(JSON.stringify(all, (key, value) => (key === 'seq' ? undefined : value)))

describe('a snapshot and what follows', () => {
  it.each(scopes)('[INV-15] is the whole history folded, wherever it is cut: $kind', async (scope) => {
    const device = await readerOf(scope)
    const whole = newStore().store
    await readOn(device, whole)
    const expected = withoutRow(seen(whole))
    expect(expected.cases.filter((one: unknown) => one !== null).length).toBe(scope.kind === 'window' ? 5 : 3)
    for (let at = 1; at <= (await newest()); at++) {
      const { store } = newStore()
      for (let after: string | null = ''; after !== null;) after = await part(device, store, at, after, 3)
      await readOn(device, store)
      expect(withoutRow(seen(store)), `cut at ${at}`).toEqual(expected)
      expect(store.verify().problems, `cut at ${at}`).toEqual([])
    }
  })

  it('[SYN-60] goes on where it broke off, and a part that comes twice changes nothing', async () => {
    const device = await readerOf({ kind: 'window', closedDays: 30 })
    const whole = newStore().store
    await readOn(device, whole)
    const at = (await newest()) - 2
    const disk = newStore()
    let parts = 0
    for (let after: string | null = ''; after !== null; parts++) {
      const next = await part(device, disk.store, at, after, 2)
      disk.reopen()
      expect(disk.store.read.sync.cursor(testCenter).cseq).toBe(next === null ? at : 0)
      // The second time it counts: what was killed is begun anew.
      after = await part(device, disk.store, at, after, 2)
    }
    expect(parts).toBeGreaterThan(3)
    await readOn(device, disk.store)
    expect(withoutRow(seen(disk.store))).toEqual(withoutRow(seen(whole)))
  })

  it('[SYN-59] holds nothing that is not of the scope', async () => {
    const device = await readerOf({ kind: 'villages', villages: ['石桥村'], closedDays: 30 })
    const answer = await device.request('GET', `/sync/v1/snapshot?center=${testCenter}&at=0&part=`)
    const text = JSON.stringify(answer.body)
    expect(text).toContain('990***********0017')
    expect(text).not.toContain('990000199001010017')
    expect(text).not.toContain('柳湾村')
    expect(text).not.toContain('a password')
  })
})

describe('a desk that begins with a snapshot', () => {
  const begin = async (deviceNo: string, scope: Scope) => {
    const desk = await openDesk(place.center, place.server.url, deviceNo)
    desks.push(desk)
    await setDeviceScope(place.center.db, { center: testCenter, deviceNo, scope, account: 'test' })
    expect(await desk.agent.now()).toMatchObject({ lastError: null, state: 'idle' })
    // Enrolment came before the scope: what it read then is read anew at the next hello.
    await desk.restart()
    expect(await desk.agent.now()).toMatchObject({ lastError: null, state: 'idle' })
    return desk
  }

  it('[SYN-60] works on what it was given like any other', async () => {
    const desk = await begin('W71', { kind: 'villages', villages: ['石桥村'], closedDays: 30 })
    const [, , third = ''] = cases
    expect(desk.store.read.log.ofEntity(third)).toEqual([])
    expect(desk.store.read.log.base(third)).not.toBeNull()
    desk.perform({ kind: 'case.note', text: '上门问过' }, { caseId: third, base: 1 })
    for (const one of [desk, window, desk]) await one.agent.now()
    const [here, there] = [desk, window].map(({ store }) => store.read.cases.find(third)?.state)
    expect(here?.version).toBe(there?.version)
    expect(window.store.read.log.ofEntity(third)).toHaveLength(2)
    expect(desk.store.verify().problems).toEqual([])
  })

  it('[SYN-58] gets a matter that comes alive with all that was done to it', async () => {
    const [, second = ''] = cases
    // Withdrawn two months ago, as far as anybody can tell.
    await sql`alter table op_log disable trigger all`.execute(place.center.db)
    await sql`update op_log set committed_at = committed_at - 61 * 86400000::bigint where entity = ${second}`.execute(
      place.center.db,
    )
    const desk = await begin('W72', { kind: 'window', closedDays: 30 })
    expect(desk.store.read.cases.find(second)).toBeNull()
    expect(desk.store.read.log.base(second)).toBeNull()
    window.perform({ kind: 'case.note', text: '又来问了' }, { caseId: second, base: 2 })
    await window.agent.now()
    await desk.agent.now()
    expect(desk.store.read.cases.find(second)?.state).toEqual(window.store.read.cases.find(second)?.state)
    expect(desk.store.verify().problems).toEqual([])
  })
})
