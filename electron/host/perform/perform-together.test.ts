import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toMutable } from '../mutable.ts'
import { aMaterial, aServiceIntake, missing } from '../../../domain/case/_testing.ts'
import { aNotice } from '../../../domain/record/calendar/_testing.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'

let host: TestHost
beforeEach(() => {
  host = makeTestHost()
})
afterEach(() => host.remove())

const actor = { staffId: 'system', role: 'administrator', session: null } as const
const together = (inputs: readonly object[]) =>
  host.services.performTogether(toMutable(inputs) as Parameters<typeof host.services.performTogether>[0], actor)
const accept = (caseId: string, intake = aServiceIntake()) => ({
  caseId,
  base: 0,
  act: { kind: 'service.accept', intake },
})

describe('acts done together', () => {
  it('are all done, cases and records, with numbers in their order', () => {
    const [a, b, r] = [host.stamps.newId(), host.stamps.newId(), host.stamps.newId()]
    const done = together([
      accept(a),
      { recordId: r, base: 0, act: { kind: 'calendar.import', notice: aNotice } },
      accept(b),
    ])
    expect(done).toMatchObject({ ok: true, value: [{ caseId: a }, { recordId: r, version: 1 }, { caseId: b }] })
    const numbers = [a, b].map((id) => host.services.store.read.cases.find(id)?.state.caseNo.slice(-4))
    expect(numbers).toEqual(['0001', '0002'])
  })

  it('are not done at all when one is refused, and its number is given again', () => {
    const gap = aServiceIntake({ materials: [aMaterial(missing)] })
    const [a, b] = [host.stamps.newId(), host.stamps.newId()]
    const before = host.services.store.read.log.count()
    expect(together([accept(a), accept(b, gap)])).toMatchObject({
      ok: false,
      error: { at: 1, refusal: { code: 'materials_missing' } },
    })
    expect(host.services.store.read.cases.count()).toBe(0)
    expect(host.services.store.read.log.count()).toBe(before)
    expect(together([accept(b)])).toMatchObject({ value: [{ caseNo: expect.stringMatching(/-0001$/) }] })
  })
})
