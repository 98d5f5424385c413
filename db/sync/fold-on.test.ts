import { afterEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { genesisHash } from '../../contract/operation.ts'
import { aMaterial, aServiceIntake, missing } from '../../domain/case/_testing.ts'
import { type Desk, aDevice, openDesk, testId } from '../_testing.ts'
import { chainHash } from '../log/chain.ts'
import { operationOf } from '../cases/case-operation-of.ts'
import { aHistory, type History } from './_testing.ts'

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

const notice = {
  kind: 'service.notice',
  intake: aServiceIntake({ materials: [aMaterial(missing)] }),
  correctBy: null,
} as const
const supply = { kind: 'service.supply', materials: [aMaterial()] } as const
const note = (text: string) => ({ kind: 'case.note', text }) as const
const stateOf = (desk: Desk, id: string) => canonicalJson(desk.store.read.cases.find(id)?.state ?? null)
const isSound = (desk: Desk) => desk.store.verify().problems

/** Something done to a case by a desk that has the newest version of it, in a kind that this one does not know. */
const unknownTo = (history: History, entity: string): void => {
  const last = operationOf(history.ops.at(-1)?.canon ?? '')
  const canon = canonicalJson({ ...last, op: testId(), inc: testId(), seq: 1, entity, kind: 'case.later', data: {} })
  history.commit(canon, chainHash(genesisHash, canon), 'applied')
}

describe('[SYN-82] what others did behind all that is known of a case', () => {
  it('gives the state of the whole log, in pages of any size', () => {
    const history = aHistory()
    const writer = newDesk('W03')
    const ids = [1, 2, 3, 4].map(() => writer.open(notice).id)
    for (const id of [...ids, ...ids.slice(1)]) writer.act(id, note(`约定 ${id.slice(-4)}`))
    for (const id of ids.slice(2)) writer.act(id, supply)
    history.push(writer.store)
    for (const size of [1, 2, 3, 5, 500]) {
      const reader = newDesk(`W1${size % 10}`)
      history.pull(reader.store, size)
      for (const id of ids) expect(stateOf(reader, id)).toBe(stateOf(writer, id))
      expect(isSound(reader)).toEqual([])
    }
  })

  it('comes before an own act that waits, and the case is folded anew for it', () => {
    const history = aHistory()
    const [here, there] = [newDesk('W03'), newDesk('W04')]
    const { id } = there.open(notice)
    history.push(there.store)
    history.pull(here.store)
    here.act(id, supply)
    there.act(id, note('再约'))
    history.push(there.store)
    history.pull(here.store)
    expect(here.store.read.cases.find(id)).toMatchObject({ sync: 'pending', held: false })
    expect(here.store.read.sync.countWaiting()).toBe(1)
    expect(isSound(here)).toEqual([])
  })

  it('comes before an own act that the server has confirmed with a later number', () => {
    const history = aHistory()
    const [here, there] = [newDesk('W03'), newDesk('W04')]
    const { id } = there.open(notice)
    history.push(there.store)
    history.pull(here.store)
    there.act(id, note('先来'))
    history.push(there.store)
    here.act(id, note('后来'))
    // The answer to the push is here before the page with what came first.
    history.push(here.store)
    history.pull(here.store, 1)
    expect(stateOf(here, id)).toBe(canonicalJson(history.states.get(id)))
    expect(isSound(here)).toEqual([])
  })

  it('mends what a case is found by where it is folded from its first operation', () => {
    const history = aHistory()
    const here = newDesk('W03')
    const { id } = here.open(notice)
    here.tamper((exec) => exec(`UPDATE cases SET haystack = '别的'`))
    expect(isSound(here)).not.toEqual([])
    // The answer is lost, so the verdict comes by the page, and with it the whole case is folded.
    history.push(here.store, 200, true)
    history.pull(here.store)
    expect(here.store.read.cases.find(id)).not.toBeNull()
    expect(isSound(here)).toEqual([])
  })

  it('does not go past what this version cannot fold', () => {
    const history = aHistory()
    const [here, there] = [newDesk('W03'), newDesk('W04')]
    const { id } = there.open(notice)
    history.push(there.store)
    unknownTo(history, id)
    history.pull(here.store)
    const before = stateOf(here, id)
    there.act(id, supply)
    history.push(there.store)
    history.pull(here.store)
    expect(here.store.read.cases.find(id)?.held).toBe(true)
    expect(stateOf(here, id)).toBe(before)
    expect(isSound(here)).toEqual([])
  })

  it('goes on from the page before only while nobody else has written', () => {
    const history = aHistory()
    const [here, there] = [newDesk('W03'), newDesk('W04')]
    const { id } = there.open(notice)
    const other = there.open(notice).id
    history.push(there.store)
    history.pull(here.store)
    // What is remembered of both is from before this act, which waits.
    here.act(id, note('本机'))
    there.act(id, note('外来'))
    there.act(other, note('外来'))
    history.push(there.store)
    history.pull(here.store)
    expect(here.store.read.cases.find(id)).toMatchObject({ sync: 'pending' })
    expect(here.store.read.cases.find(other)).toMatchObject({ sync: 'committed' })
    expect(isSound(here)).toEqual([])
    history.push(here.store)
    there.act(id, supply)
    history.push(there.store)
    history.pull(here.store)
    history.pull(there.store)
    for (const each of [id, other]) expect(stateOf(here, each)).toBe(stateOf(there, each))
    expect([...isSound(here), ...isSound(there)]).toEqual([])
  })

  it('forgets what a page made that was not committed', () => {
    const history = aHistory()
    const [here, there] = [newDesk('W03'), newDesk('W04')]
    const { id } = there.open(notice)
    history.push(there.store)
    history.pull(here.store)
    there.act(id, note('一'))
    history.push(there.store)
    const page = { center: history.center, ops: history.ops.slice(1) }
    expect(() =>
      here.store.transact((writer) => {
        expect(writer.sync.applyPull(page).ok).toBe(true)
        throw new Error('the power fails')
      }),
    ).toThrow('the power fails')
    there.act(id, supply)
    history.push(there.store)
    history.pull(here.store)
    expect(stateOf(here, id)).toBe(stateOf(there, id))
    expect(isSound(here)).toEqual([])
  })
})
