import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { PullOutput } from '../../../contract/sync.ts'
import { canonicalJson } from '../../../contract/canonical-json.ts'
import { genesisHash } from '../../../contract/operation.ts'
import { type Desk, aDevice, openDesk } from '../../../db/_testing.ts'
import { type History, aHistory } from '../../../db/sync/_testing.ts'
import type { Store } from '../../../db/store.ts'
import { aServiceIntake } from '../../../domain/case/_testing.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { createFakeServer } from './_testing.ts'
import { firstBatchLimit } from './batch-limit.ts'
import { deviceKeyOf } from './device-key.ts'
import { makePace } from './pace.ts'
import { readHistory } from './pull-news.ts'
import { serverApi } from './server-api.ts'
import type { Session } from './session.ts'
import { type Trouble, trouble } from './trouble.ts'

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})
const newDesk = (deviceNo: string): Desk => {
  const device = `0199f000-0000-7000-8000-00000000${deviceNo.slice(1).padStart(4, '0')}`
  const desk = openDesk({ device: aDevice({ deviceNo, device }) })
  desks.push(desk)
  return desk
}
const close = (desk: Desk): void => {
  desks.splice(desks.indexOf(desk), 1)
  desk.remove()
}

const epoch = '0199f000-0000-7000-8000-0000000e0000'
const page = 4

/** Two desks that take cases in and act on each other's, in turns. */
const aBusyHistory = (): { readonly history: History; readonly ids: readonly string[] } => {
  const history = aHistory()
  const writers = [newDesk('W03'), newDesk('W04')]
  const ids: string[] = []
  for (let turn = 0; turn < 8; turn += 1) {
    for (const writer of writers) {
      history.pull(writer.store)
      const { id } = writer.open({ kind: 'service.accept', intake: aServiceIntake() })
      for (const old of [id, ...ids.slice(-3)]) writer.act(old, { kind: 'case.note', text: `第 ${turn} 次约定` })
      ids.push(id)
      history.push(writer.store)
    }
  }
  for (const writer of writers) close(writer)
  return { history, ids }
}

/** What happens to a request, or to the transaction after which it is counted. */
const faults = ['short', 'refused', 'broken', 'gap', 'killed', 'scope'] as const
type Fault = (typeof faults)[number] | 'none'

const answerOf = ({ ops }: History, after: number, limit: number, fault: Fault): Result<PullOutput, Trouble> => {
  if (fault === 'refused') return err(trouble('busy'))
  const whole = ops.slice(after, after + limit)
  const some = fault === 'short' ? whole.slice(0, 1 + Math.floor(whole.length / 2)) : whole
  const given = fault === 'gap' ? some.filter((_, at) => at !== 1) : some
  return ok({
    epoch,
    ops: given.map((op, at) => (fault === 'broken' && at === 2 ? { ...op, head: genesisHash } : op)),
    head: ops.length,
    headHash: ops.at(-1)?.head ?? genesisHash,
    afterHash: ops[after - 1]?.head ?? genesisHash,
    checkpoint: null,
    serverTime: 0,
    ...(fault === 'scope' ? { scope: { kind: 'window' as const, closedDays: 30 }, runs: [], brought: [] } : {}),
  })
}

interface Reading {
  readonly history: History
  readonly faults: readonly Fault[]
  readonly most: number
}

/** Reads until it has everything; each fault happens once. How many operations the largest transaction had. */
const readAll = async (store: Store, { history, faults: coming, most }: Reading): Promise<number> => {
  const left = [...coming]
  let largest = 0
  let isKilled = false
  const transact: Store['transact'] = (work) => {
    const before = store.read.sync.cursor(history.center).cseq
    const done = store.transact((writer) => {
      const result = work(writer)
      if (isKilled) {
        isKilled = false
        throw new Error('killed')
      }
      return result
    })
    largest = Math.max(largest, store.read.sync.cursor(history.center).cseq - before)
    return done
  }
  const pull = (_token: string, { after, limit }: { readonly after: number; readonly limit: number }) => {
    const fault = left.shift() ?? 'none'
    if (fault === 'killed') isKilled = true
    return Promise.resolve(answerOf(history, after, limit, fault))
  }
  const device = store.read.meta.findDevice()
  if (device === null) throw new Error('no device')
  const session: Session = {
    store: { ...store, read: store.read, transact },
    api: { ...serverApi(createFakeServer().fetch, 'https://center.example', new AbortController().signal), pull },
    key: deviceKeyOf(store),
    device,
    now: () => 0,
    memory: {
      limit: firstBatchLimit,
      suspect: null,
      collecting: false,
      recovering: false,
      confirmed: 0,
      missing: new Set(),
      askedOf: new Set(),
    },
    token: '',
    epoch,
  }
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      const read = await readHistory(session, makePace(false, most, page))
      if (read.ok && store.read.sync.cursor(history.center).cseq === history.ops.length) return largest
    } catch (error) {
      if (!(error instanceof Error) || error.message !== 'killed') throw error
    }
  }
  throw new Error('it never came to an end')
}

const contents = ({ store }: Desk, { center }: History, ids: readonly string[]) => ({
  cursor: store.read.sync.cursor(center),
  states: ids.map((id) => canonicalJson(store.read.cases.find(id)?.state ?? null)),
  texts: ids.map((id) => store.read.log.ofEntity(id).map(({ canon }) => canon)),
  problems: store.verify().problems,
})

describe('[SYN-97] pages that are applied together', () => {
  it('give the same store as one after the other, whatever is cut, short, refused, broken or killed', async () => {
    const { history, ids } = aBusyHistory()
    const alone = newDesk('W10')
    await readAll(alone.store, { history, faults: [], most: 1 })
    const expected = contents(alone, history, ids)
    expect(expected.problems).toEqual([])
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Fault>('none', 'none', ...faults), { maxLength: 25 }),
        fc.integer({ min: 2, max: 5 }),
        async (coming, most) => {
          const desk = newDesk('W11')
          try {
            await readAll(desk.store, { history, faults: coming, most })
            expect(contents(desk, history, ids)).toEqual(expected)
          } finally {
            close(desk)
          }
        },
      ),
      { numRuns: 25 },
    )
  }, 120_000)

  it('are more than one where nothing comes between, and never more than the pace says', async () => {
    const { history } = aBusyHistory()
    expect(await readAll(newDesk('W10').store, { history, faults: [], most: 1 })).toBe(page)
    expect(await readAll(newDesk('W11').store, { history, faults: [], most: 4 })).toBe(4 * page)
  })

  it('leave what stands before a page that is refused as it would have been alone', async () => {
    const { history } = aBusyHistory()
    const desk = newDesk('W10')
    // The first page alone, then two at once of which the second is none.
    expect(await readAll(desk.store, { history, faults: ['none', 'none', 'broken'], most: 2 })).toBe(2 * page)
    expect(desk.store.verify().problems).toEqual([])
  })
})

describe('[SYN-97] the pace', () => {
  it('begins with one page and doubles what the line brings without being waited for', () => {
    const pace = makePace(false)
    const seen = [pace.pages(10_000)]
    for (let n = 0; n < 4; n += 1) {
      pace.came(20, true)
      pace.applied(500, 10)
      seen.push(pace.pages(10_000))
    }
    expect(seen).toEqual([1, 2, 4, 4, 4])
    pace.came(1500, true)
    expect(pace.pages(10_000)).toBe(1)
  })

  it('asks for one alone again where a page was shorter than it could be', () => {
    const pace = makePace(false)
    pace.came(0, true)
    pace.applied(500, 10)
    expect(pace.pages(10_000)).toBe(2)
    pace.came(0, false)
    expect(pace.pages(10_000)).toBe(1)
  })

  it.each([
    [false, 100, 1],
    [false, 60, 2],
    [false, 30, 4],
    [true, 100, 4],
    [true, 200, 2],
  ])('keeps a transaction to the time a save may wait: first time %s, %i ms a page gives %i', (isFirst, ms, pages) => {
    const pace = makePace(isFirst)
    for (let n = 0; n < 3; n += 1) pace.came(0, true)
    pace.applied(500, ms)
    expect(pace.pages(10_000)).toBe(pages)
    expect(pace.pages(400)).toBe(1)
  })
})
