import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CaseListInput } from '../../contract/queries/cases.ts'
import { currentWorkCalendar } from '../../domain/calendar/state-council.ts'
import { aServiceIntake, anApplicant, anUnnumberedTrader, day } from '../../domain/case/_testing.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { caseClocks } from '../../domain/case/clocks.ts'
import type { ServiceIntake } from '../../domain/service/service-intake.ts'
import { overwritten, softValue, writerOf } from '../../domain/case/soft-fields.ts'
import { verifyHistory } from '../../server/audit/verify-history.ts'
import { startTestServer, testCenter } from '../../server/_testing/test-server.ts'
import { useTestCenter } from '../../server/_testing/use-test-server.ts'
import type { RunningServer } from '../../server/serve.ts'
import { freePort } from '../../server/store/embedded/free-port.ts'
import { type TestDesk, openDesk } from './_testing.ts'

const place = useTestCenter()
let url: string
let server: RunningServer
const desks: TestDesk[] = []

beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  server = await startTestServer(place.database.url, { listen: { host: '127.0.0.1', port, tls: null } })
})
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove()
})
afterAll(async () => {
  await server.stop()
})

const desk = async (deviceNo: string): Promise<TestDesk> => {
  const opened = await openDesk(place.center, url, deviceNo)
  desks.push(opened)
  return opened
}
const stateAt = ({ store }: TestDesk, caseId: string) => {
  const found = store.read.cases.find(caseId)
  if (found === null) throw new Error('no such case here')
  return found.state
}
const onServer = async (caseId: string) =>
  (await place.center.db.selectFrom('case_state').select('state').where('id', '=', caseId).executeTakeFirstOrThrow())
    .state

/** Everybody reads what there is, and all have one state of each case: on the server, at every desk, and as the log proves. */
const expectOne = async (caseIds: readonly string[], all: readonly TestDesk[]): Promise<void> => {
  for (const { agent } of all) expect(await agent.now()).toMatchObject({ waiting: 0 })
  for (const { agent } of all) await agent.now()
  for (const caseId of caseIds) {
    const state = await onServer(caseId)
    for (const each of all) expect(stateAt(each, caseId)).toEqual(state)
  }
  for (const { store } of all) expect(store.verify()).toMatchObject({ ok: true, problems: [] })
  expect(await verifyHistory(place.center.db, testCenter)).toMatchObject({ ok: true })
}

const accept = { kind: 'service.accept', intake: aServiceIntake({ applicant: anUnnumberedTrader() }) } as const
const phone = (value: string) =>
  ({ kind: 'case.set_contact', field: 'phone', value, was: accept.intake.applicant.phone }) as const

describe('fields without legal effect', () => {
  it('[CASE-19] [CASE-20] two desks change a telephone offline: one value everywhere, nobody is asked, one act brings back the other', async () => {
    const [a, b] = [await desk('W41'), await desk('W42')]
    const { caseId } = a.perform(accept)
    await a.agent.now()
    await b.agent.now()
    a.perform(phone('13700005521'), { caseId, base: 1 })
    b.perform(phone('13800006632'), { caseId, base: 1 })
    // What b did later reaches the server first.
    expect(await b.agent.now()).toMatchObject({ waiting: 0, attention: 0 })
    expect(await a.agent.now()).toMatchObject({ waiting: 0, attention: 0 })
    await expectOne([caseId], [a, b])
    expect(softValue(stateAt(a, caseId), 'phone')).toBe('13800006632')
    expect(a.store.read.cases.list({ ...everything, text: '13800006632' }).rows).toHaveLength(1)
    const [told] = overwritten(stateAt(a, caseId))
    if (told === undefined) throw new Error('nothing was overwritten')
    expect(writerOf(told.by)).toBe('W42')
    a.perform({ kind: 'case.restore_field', field: 'phone', stamp: told.lost.stamp }, { caseId, base: 1 })
    await expectOne([caseId], [a, b])
    expect(softValue(stateAt(b, caseId), 'phone')).toBe('13700005521')
    expect(overwritten(stateAt(b, caseId))).toEqual([])
  })
})

describe('voiding', () => {
  it('[CASE-21] [SYN-62] a supervisor voids what another window works on offline: the act is kept as a task, the case with everything in it', async () => {
    const [a, b] = [await desk('W43'), await desk('W44')]
    const { caseId, caseNo } = a.perform(accept)
    await a.agent.now()
    await b.agent.now()
    const wrong = { kind: 'case.void', code: 'wrong_item', reason: '登记到别的事项' } as const
    a.perform(wrong, { caseId, base: 1, role: 'supervisor' })
    b.perform({ kind: 'service.claim', handler: '吴静' }, { caseId, base: 1, role: 'reviewer' })
    b.perform(phone('13700005521'), { caseId, base: 2 })
    await a.agent.now()
    // The claim is lost and kept; the telephone hangs on nothing and stands.
    expect(await b.agent.now()).toMatchObject({ waiting: 0, attention: 1 })
    await expectOne([caseId], [a, b])
    expect(softValue(stateAt(a, caseId), 'phone')).toBe('13700005521')
    expect(stateAt(b, caseId)).toMatchObject({ status: 'voided', caseNo, voided: { code: 'wrong_item' } })
    expect(b.agent.report().attention).toMatchObject([{ kind: 'service.claim', verdict: 'conflict' }])
    expect(b.store.read.cases.findIdByNo(caseNo)).toBe(caseId)
    expect(b.store.read.log.ofEntity(caseId)).toHaveLength(4)
  })
})

describe('one application taken in twice', () => {
  const numbered = (preNo: string, over: Partial<ServiceIntake> = {}) =>
    ({ kind: 'service.accept', intake: aServiceIntake({ preNo, ...over }) }) as const
  const due = (state: CaseState) => caseClocks(state, currentWorkCalendar).statutory?.due

  it.each([
    ['the earlier acceptance first', false],
    ['the later acceptance first', true],
  ])(
    '[CFL-7] [SYN-65] %s: one case stands, with the earlier deadline, and either number leads to it',
    async (name, reversed) => {
      const [a, b] = [await desk(reversed ? 'W45' : 'W47'), await desk(reversed ? 'W46' : 'W48')]
      const preNo = `YSL-${name}`
      const first = a.perform(numbered(preNo))
      const second = b.perform(numbered(preNo.replaceAll('-', ' ')), { later: oneDay })
      b.perform({ kind: 'service.claim', handler: '吴静' }, { caseId: second.caseId, base: 1, role: 'reviewer' })
      const [known, late] = reversed ? [b, a] : [a, b]
      const [survivor, alias] = reversed ? [second, first] : [first, second]
      await known.agent.now()
      await late.agent.now()
      // What was done to the second entry before anybody knew is a task, and nothing of it is gone.
      expect(late.agent.status().attention).toBe(reversed ? 0 : 1)
      await expectOne([first.caseId, second.caseId], [a, b])
      for (const { store } of [a, b]) {
        const state = store.read.cases.find(survivor.caseId)?.state
        if (state === undefined) throw new Error('no survivor')
        expect(state).toMatchObject({
          status: reversed ? 'examining' : 'accepted',
          clockStart: '2026-09-28',
          merged: [{ aliasId: alias.caseId, aliasNo: alias.caseNo }],
        })
        expect(due(state)).toBe(due({ ...state, clockStart: day('2026-09-28') }))
        for (const { caseNo } of [first, second]) expect(store.read.cases.findIdByNo(caseNo)).toBe(survivor.caseId)
        expect(store.read.cases.find(alias.caseId)?.state).toMatchObject({ status: 'voided' })
        const found = store.read.cases.list({ ...everything, text: alias.caseNo.slice(16) }).rows.map(({ id }) => id)
        expect(found).toContain(survivor.caseId)
      }
      // The number itself is kept nowhere beside the operation and the case.
      const keys = await place.center.db
        .selectFrom('natural_key')
        .selectAll()
        .where('id', '=', survivor.caseId)
        .execute()
      expect(keys.map(({ kind }) => kind)).toContain('hard')
      expect(JSON.stringify(keys)).not.toContain('YSL')
      expect(keys.every(({ hash }) => hash.length === 32)).toBe(true)
    },
  )

  it('[CFL-5] [CFL-6] other people under one number, and one person twice on a day, are linked at every desk and left to a person', async () => {
    const [a, b] = [await desk('W49'), await desk('W50')]
    const other = anApplicant({ name: '赵新', idNumber: '99000019800101016X' })
    const [one, two] = [a.perform(numbered('WS-1', { applicant: other })), b.perform(numbered('WS-1'))]
    const again = a.perform(numbered('WS-2', { applicant: other }))
    const third = b.perform({ kind: 'service.accept', intake: aServiceIntake({ applicant: other }) })
    await a.agent.now()
    await b.agent.now()
    await expectOne([one.caseId, two.caseId, again.caseId, third.caseId], [a, b])
    for (const { caseId } of [one, two, third])
      expect(stateAt(a, caseId)).toMatchObject({ status: 'accepted', version: 1, flags: ['duplicate_suspected'] })
    expect(stateAt(a, two.caseId).links).toEqual([{ kind: 'similar_to', caseId: one.caseId }])
    // What comes next is not stale for it.
    b.perform({ kind: 'service.claim', handler: '吴静' }, { caseId: two.caseId, base: 1, role: 'reviewer' })
    expect(await b.agent.now()).toMatchObject({ waiting: 0, attention: 0 })
  })
})

const oneDay = 86_400_000

const everything: Omit<CaseListInput, 'text'> = {
  kinds: [],
  statuses: [],
  openOnly: false,
  order: 'newest',
  cursor: null,
  limit: 20,
}
