import { describe, expect, it } from 'vitest'
import { plainDateInShanghai, yearOf } from '../../../domain/plain-date.ts'
import { canonicalJson } from '../../../contract/canonical-json.ts'
import { LeaseInputSchema, type LeaseInput } from '../../../contract/lease.ts'
import { type TestDesk, settle, testDesks } from './_desks.ts'
import { json, newId, refusal } from './_testing.ts'

const desks = testDesks()

/** The center numbers one series as one: the server's own operation says so. */
const askForRunning = () => {
  const data = {
    code: '990123',
    name: '青岚县政务服务中心',
    address: null,
    phone: null,
    supervisePhone: null,
    progressUrl: null,
    runningNumbers: { series: ['公复'], block: 20 },
  }
  const server = { device: newId(), inc: newId(), deviceNo: 'S01', actor: 'system', session: null }
  const stamp = { wall: 1, mono: 1, hlc: '000000000001-0000-S01', base: 0, seq: 1, kver: 1, v: 1 }
  const what = { op: newId(), center: '990123', entity: 'center:990123', kind: 'center.set', data }
  desks.server.addForeign(canonicalJson({ ...server, ...stamp, ...what }))
}

/** A server that leases: each answer follows the last number given; keeps what it was asked. */
const leasing = (answer: (asked: LeaseInput) => { from: number; to: number; expiresOn: string } | null) => {
  const asked: LeaseInput[] = []
  desks.server.fault = {
    path: '/sync/v1/lease',
    apply: (request) => {
      const input = LeaseInputSchema.parse(request.body)
      asked.push(input)
      return json({ block: answer(input) })
    },
  }
  return asked
}

const today = () => plainDateInShanghai(Date.now())
const next = ({ disk }: TestDesk) =>
  disk.store.transact((writer) => writer.cases.nextLetterNo('990123', 'disclosure_reply_granted', today(), 'W03'))

describe('blocks of running numbers', () => {
  it('[SYN-74] are asked for when the center numbers so, and again when fewer than half of one are left', async () => {
    askForRunning()
    const desk = desks.newDesk()
    const asked = leasing(({ after }) => ({
      from: after + 1,
      to: after + 20,
      expiresOn: `${yearOf(today()) + 1}-01-31`,
    }))
    await settle(desk)
    await settle(desk)
    expect(asked).toEqual([{ series: '公复', year: yearOf(today()), count: 20, after: 0, left: 0 }])
    for (let n = 1; n <= 11; n++) expect(next(desk)).toBe(`公复〔${yearOf(today())}〕${n}号`)
    await settle(desk)
    expect(asked.at(-1)).toMatchObject({ after: 20, left: 0 })
    expect(desk.agent.report().numbers).toMatchObject([{ series: '公复', left: 29 }])
  })

  it('[SYN-74] are not asked for by a center that has none', async () => {
    const desk = desks.newDesk()
    const asked = leasing(() => null)
    await settle(desk)
    expect(asked).toEqual([])
    expect(desk.agent.report().numbers).toEqual([])
  })

  it('[SYN-74] that cannot be had keep nobody from working, and it is told', async () => {
    askForRunning()
    const desk = desks.newDesk()
    desks.server.fault = { path: '/sync/v1/lease', apply: () => refusal('INTERNAL_SERVER_ERROR', 500) }
    const status = await settle(desk)
    expect(status).toMatchObject({ state: 'idle', lastError: null })
    expect(next(desk)).toBe(`公复〔${yearOf(today())}〕W03-1号`)
    expect(desk.agent.report().numbers).toEqual([{ series: '公复', left: 0, expiresOn: null }])
  })

  it('[SYN-74] that end soon and are not used up go on', async () => {
    askForRunning()
    const desk = desks.newDesk()
    const asked = leasing(() => ({ from: 1, to: 20, expiresOn: today() }))
    await settle(desk)
    asked.length = 0
    await settle(desk)
    expect(asked[0]).toMatchObject({ after: 20, left: 20 })
  })
})
