import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Board } from '../../../contract/queries/supervision.ts'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import { aServiceIntake } from '../../../domain/case/_testing.ts'
import { aComplaintIntake } from '../../../domain/complaint/_testing.ts'
import { plainDate } from '../../../domain/plain-date.ts'
import type { TaskAct } from '../../../domain/record/task/task-act.ts'
import { type TestHost, aStaff, makeTestHost, signIn } from '../_testing.ts'
import { toMutable } from '../mutable.ts'
import { lastOf } from './_testing.ts'

const dayMs = 86_400_000
const organ = aServiceIntake().item.organ

let host: TestHost
beforeEach(async () => {
  host = makeTestHost({
    staff: [
      aStaff(),
      aStaff({ id: 'S02', login: 'li.ming', name: '李明', role: 'reviewer', organ }),
      aStaff({ id: 'S04', login: 'zheng.li', name: '郑立', role: 'supervisor' }),
      aStaff({ id: 'S05', login: 'he.min', name: '何敏', role: 'disclosure_officer', organ: '青岚县人民政府办公室' }),
    ],
  })
  await signIn(host)
})
afterEach(() => host.remove())

const perform = async (act: CaseAct, caseId = host.stamps.newId(), base = 0) => {
  const performed = await host.client.cases.perform(toMutable({ caseId, base, act }))
  if (!performed.ok) throw new Error(JSON.stringify(performed.error))
  return performed.value
}
const accept = () => perform({ kind: 'service.accept', intake: aServiceIntake() })
const order = (act: TaskAct, recordId = host.stamps.newId(), base = 0) =>
  host.client.records.perform(toMutable({ recordId, base, act }))
const board = async (): Promise<Board> => lastOf(await host.client.supervision.board())
const cardFor = ({ signals: [signal], limits }: Board): TaskAct => ({
  kind: 'task.order',
  task: 'red_card',
  caseId: signal?.caseId ?? null,
  organ: signal?.organ ?? '',
  person: null,
  content: '超过法定期限',
  signals: [signal?.id ?? ''],
  limits: limits.red_card,
})

describe('the board', () => {
  it('[SUP-29] tells what is late, gravest first, and counts each case once', async () => {
    const { caseId, caseNo } = await accept()
    await signIn(host, 'zheng.li')
    expect(await board()).toMatchObject({ scope: { of: 'center' }, signals: [], organs: [{ open: 1, red: 0 }] })
    host.clock.wall += 60 * dayMs
    const late = await board()
    // Two days are past, the promised and the statutory one: each is told once, by the gravest of its signals.
    expect(late.signals.map(({ level }) => level)).toEqual(['red', 'yellow'])
    expect(late.signals[0]).toMatchObject({
      caseId,
      caseNo,
      status: 'accepted',
      deviceNo: 'W03',
      task: null,
      carded: false,
    })
    expect(late.signals[0]?.late).toBeGreaterThan(0)
    expect(late.organs).toEqual([{ key: organ, open: 1, paused: 0, near: 0, yellow: 0, red: 1 }])
    expect(late.windows).toMatchObject([{ key: 'W03', red: 1 }])
  })

  it('[SUP-30] is of the center for a supervisor, of the organ for who belongs to one, of the window for a clerk', async () => {
    await accept()
    host.clock.wall += 60 * dayMs
    const seen = async (login: string) => {
      await signIn(host, login)
      const { scope, signals } = await board()
      return [scope.of, signals.length > 0]
    }
    expect(await seen('zheng.li')).toEqual(['center', true])
    expect(await seen('li.ming')).toEqual(['organ', true])
    expect(await seen('he.min')).toEqual(['organ', false])
    expect(await seen('wang.fang')).toEqual(['window', true])
  })

  it('[SUP-22] a card is given once, explained by the organ, upheld or taken back, and refused to whoever may not', async () => {
    await accept()
    host.clock.wall += 60 * dayMs
    await signIn(host, 'zheng.li')
    const before = await board()
    const recordId = host.stamps.newId()
    expect(await order(cardFor(before), recordId)).toMatchObject({ ok: true })
    expect(await order(cardFor(before))).toMatchObject({ ok: false })
    const after = await board()
    expect(after.signals[0]).toMatchObject({
      carded: true,
      task: { id: recordId, task: 'red_card', status: 'assigned' },
    })
    expect(after.tasks).toMatchObject([{ id: recordId, version: 1, title: expect.stringContaining('公共场所'), organ }])
    expect(await order({ kind: 'task.explain', text: '材料转递延误' }, recordId, 1)).toMatchObject({
      ok: false,
      error: { code: 'role_not_permitted' },
    })
    await signIn(host, 'li.ming')
    expect(await order({ kind: 'task.explain', text: '材料转递延误' }, recordId, 1)).toMatchObject({ ok: true })
    expect((await board()).tasks).toMatchObject([{ status: 'explained', due: null }])
    expect(await order({ kind: 'task.withdraw', reason: '误报' }, recordId, 2)).toMatchObject({ ok: false })
  })

  it('lists open complaints with the day that is owed next', async () => {
    const { caseId } = await perform({
      kind: 'complaint.register',
      intake: aComplaintIntake({ arrivedOn: plainDate('2026-11-23') }),
    })
    await signIn(host, 'zheng.li')
    expect((await board()).complaints).toMatchObject([
      { caseId, owes: 'complaint_acceptance', late: expect.any(Number) },
    ])
  })

  it('tells how far it has come where there is much to look at, and ends when nobody listens', async () => {
    for (let n = 0; n < 3; n += 1) await accept()
    // A clock that runs on makes every case a slice of its own.
    const { now } = host.services
    let ticks = 0
    Object.assign(host.services, { now: () => now() + (ticks += 100) })
    const heard: string[] = []
    for await (const event of await host.client.supervision.board()) {
      heard.push(event.kind)
      if (heard.length === 2) break
    }
    expect(heard).toEqual(['progress', 'progress'])
  })
})

describe('a sampling check', () => {
  const draw = (count: number, of = '') =>
    host.client.supervision.sample({ organ: of, from: plainDate('2026-11-01'), to: plainDate('2026-11-30'), count })

  it('[SUP-31] draws from the cases of the period, without those that are under a check already', async () => {
    const { caseId } = await accept()
    await accept()
    await signIn(host, 'zheng.li')
    expect(await lastOf(await draw(1))).toMatchObject({ of: 2, drawn: [{ organ }] })
    expect(await lastOf(await draw(5, '没有这个单位'))).toEqual({ of: 0, drawn: [] })
    const { limits } = await board()
    const open: TaskAct = {
      kind: 'task.open',
      task: 'sampling',
      caseId,
      organ,
      person: null,
      content: '随机抽查',
      signals: [],
      limits: limits.sampling,
    }
    expect(await order(open)).toMatchObject({ ok: true })
    const { of, drawn } = await lastOf(await draw(5))
    expect(of).toBe(1)
    expect(drawn.map((each) => each.caseId)).not.toContain(caseId)
  })
})
