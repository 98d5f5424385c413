import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import { OperationSchema, caseOperationData } from '../../../contract/operation.ts'
import { type TestStore, monday, openTestStore } from '../../../db/_testing.ts'
import type { ChangeTopic } from '../../../db/store.ts'
import { StoreError } from '../../../db/store-error.ts'
import { aDisclosureIntake, aMaterial, aServiceIntake, missing } from '../../../domain/case/_testing.ts'
import { toMutable } from '../mutable.ts'
import { createUuidV7 } from '../uuid-v7.ts'
import { createPerform } from './create-perform.ts'
import { type Actor, type Perform } from './perform.ts'

const newId = createUuidV7(() => monday)
const clerk: Actor = { staffId: 'S01', role: 'clerk', session: newId() }

let test: TestStore
let perform: Perform
let wall = monday
beforeEach(() => {
  wall = monday
  test = openTestStore()
  perform = performOn(test)
})
afterEach(() => {
  test.remove()
})

const performOn = ({ store }: TestStore): Perform =>
  createPerform({ store, now: () => wall, monotonic: () => 4711, newId })

const done = (input: PerformInput, actor = clerk) => {
  const result = perform(input, actor)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const accept = (over = {}): PerformInput['act'] => ({ kind: 'service.accept', intake: toMutable(aServiceIntake(over)) })
const gap = { materials: [aMaterial(missing)] }
const notice = (): PerformInput['act'] => ({
  kind: 'service.notice',
  intake: toMutable(aServiceIntake(gap)),
  correctBy: null,
})
const supply = (): PerformInput['act'] => ({ kind: 'service.supply', materials: [aMaterial()] })
const print = (letter: 'service_acceptance' | 'service_once_only_notice'): PerformInput['act'] => ({
  kind: 'letter.print',
  letter,
  templateVersion: '1',
  copies: 1,
})

describe('perform', () => {
  it('answers with a case that is on the disk: number, state, materials, search and log together', () => {
    const caseId = newId()
    const performed = done({ caseId, base: 0, act: accept() })
    expect(performed).toEqual({ caseId, caseNo: '990123-20261123-W03-0001', version: 1 })
    const { read } = test.reopen()
    expect(read.cases.find(caseId)).toMatchObject({
      state: { status: 'accepted', clockStart: '2026-11-23', version: 1 },
      deviceNo: 'W03',
      sync: 'pending',
    })
    expect(read.search.cases('清和美发', 10)).toHaveLength(1)
    expect(read.sync.countWaiting()).toBe(1)
    const [logged] = read.log.ofEntity(caseId)
    const envelope = OperationSchema.parse(JSON.parse(logged?.canon ?? ''))
    expect(envelope).toMatchObject({ actor: 'S01', session: clerk.session, wall: monday, mono: 4711, base: 0 })
    expect(caseOperationData['service.accept'].parse(envelope.data)).toEqual(envelope.data)
    expect(test.store.verify().problems).toEqual([])
  })

  it('opens one case when the button is pressed twice, also after a restart', () => {
    const caseId = newId()
    const first = done({ caseId, base: 0, act: accept() })
    expect(done({ caseId, base: 0, act: accept() })).toEqual(first)
    test.reopen()
    perform = performOn(test)
    wall = monday + 3 * 86_400_000
    expect(done({ caseId, base: 0, act: accept() })).toEqual(first)
    expect(test.store.read.log.count()).toBe(1)
    expect(test.store.read.cases.count()).toBe(1)
  })

  it('refuses another opening act on the same case', () => {
    const caseId = newId()
    done({ caseId, base: 0, act: accept() })
    const others = [
      accept({ remark: '另有说明' }),
      notice(),
      { kind: 'disclosure.register', intake: toMutable(aDisclosureIntake()) } as const,
    ]
    for (const act of others)
      expect(perform({ caseId, base: 0, act }, clerk)).toMatchObject({ ok: false, error: { code: 'case_exists' } })
    expect(test.store.read.log.count()).toBe(1)
  })

  it('does not open a case again whose opening the server did not apply: its number is printed', () => {
    const caseId = newId()
    done({ caseId, base: 0, act: accept() })
    const verdicts = [
      { seq: 1, verdict: 'rejected', reason: 'case_no_taken', ref: null, cseq: 1, committedAt: 1 } as const,
    ]
    test.store.transact(({ sync }) => {
      sync.recordPush({ safe: 0, verdicts })
    })
    expect(perform({ caseId, base: 0, act: accept() }, clerk)).toMatchObject({
      ok: false,
      error: { code: 'case_exists' },
    })
  })

  it('refuses an act on a case that has moved on since it was shown, but never a print', () => {
    const caseId = newId()
    done({ caseId, base: 0, act: notice() })
    expect(done({ caseId, base: 1, act: supply() })).toMatchObject({ version: 2 })
    expect(perform({ caseId, base: 1, act: supply() }, clerk)).toMatchObject({
      ok: false,
      error: { code: 'stale', params: { version: 2 } },
    })
    expect(done({ caseId, base: 0, act: print('service_acceptance') })).toMatchObject({ version: 2 })
    expect(done({ caseId, base: 2, act: print('service_acceptance') })).toMatchObject({ version: 2 })
    expect(test.store.read.cases.find(caseId)?.state.prints).toMatchObject([{ letter: 'service_acceptance', times: 2 }])
    const bases = test.store.read.log.ofEntity(caseId).map(({ canon }) => OperationSchema.parse(JSON.parse(canon)).base)
    expect(bases).toEqual([0, 1, 2, 2])
  })

  it('refuses what decide refuses, and then writes nothing and tells nobody', () => {
    const told: ChangeTopic[][] = []
    test.store.subscribe((topics) => told.push([...topics]))
    const caseId = newId()
    expect(perform({ caseId, base: 0, act: accept(gap) }, clerk)).toMatchObject({
      ok: false,
      error: { code: 'materials_missing' },
    })
    expect(perform({ caseId, base: 0, act: supply() }, clerk)).toMatchObject({
      ok: false,
      error: { code: 'case_unknown' },
    })
    const nameless = { ...aServiceIntake(), applicant: { ...aServiceIntake().applicant, name: '' } }
    expect(perform({ caseId, base: 0, act: accept(nameless) }, clerk)).toMatchObject({
      ok: false,
      error: { code: 'invalid_fields' },
    })
    expect(test.store.read.log.count()).toBe(0)
    expect(told).toEqual([])
    expect(done({ caseId, base: 0, act: accept() }).caseNo).toBe('990123-20261123-W03-0001')
    expect(told).toHaveLength(1)
    expect(new Set(told[0])).toEqual(new Set(['cases', 'sync']))
  })

  it('refuses an act on a case with an operation of a newer version in it', () => {
    const caseId = newId()
    done({ caseId, base: 0, act: notice() })
    test.tamper((exec) => {
      exec(`UPDATE cases SET held = 1`)
    })
    perform = performOn(test)
    expect(perform({ caseId, base: 1, act: supply() }, clerk)).toMatchObject({
      ok: false,
      error: { code: 'not_allowed_in_state', params: { reason: 'newer_version' } },
    })
  })

  it('refuses an act that is too long to be sent, as a field that can be shortened', () => {
    const materials = Array.from({ length: 200 }, (_, n) => aMaterial({ n: n + 1, name: '材料'.repeat(120) }))
    expect(perform({ caseId: newId(), base: 0, act: accept({ materials }) }, clerk)).toMatchObject({
      ok: false,
      error: { code: 'invalid_fields', fields: [{ field: 'intake', code: 'too_long' }] },
    })
    expect(test.store.read.log.count()).toBe(0)
  })

  it('ends the draft that the case was made of', () => {
    const caseId = newId()
    test.store.transact(({ drafts }) => drafts.save({ id: caseId, kind: 'service', title: '', form: '{}' }, 'S01', 1))
    done({ caseId, base: 0, act: accept() })
    expect(test.store.read.drafts.list('S01')).toEqual([])
  })

  it('throws, with nothing written, when the disk is full, and works when there is room', () => {
    test.remove()
    test = openTestStore({ maxPages: 100 })
    perform = performOn(test)
    let taken = 0
    const fill = (): void => {
      for (; taken < 1000; taken++) done({ caseId: newId(), base: 0, act: accept() })
    }
    expect(fill).toThrow(StoreError)
    expect(test.store.verify()).toMatchObject({ ok: true, cases: taken, operations: taken })
    test.reopen({ maxPages: 3000 })
    perform = performOn(test)
    done({ caseId: newId(), base: 0, act: accept() })
    expect(test.store.verify()).toMatchObject({ ok: true, cases: taken + 1 })
  })

  it('is a bug on a device that is nobody', () => {
    test.remove()
    test = openTestStore({ device: null })
    perform = performOn(test)
    expect(() => perform({ caseId: newId(), base: 0, act: accept() }, clerk)).toThrow('no device identity')
  })
})
