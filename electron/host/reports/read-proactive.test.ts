import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PerformRecordInput } from '../../../contract/acts/record-acts.ts'
import { proactiveFigures } from '../../../domain/record/publication/proactive-facts.ts'
import { aContent, aDraft, aRelease, aReview } from '../../../domain/record/publication/_testing.ts'
import { aResult, addPower } from '../../../domain/record/register/_testing.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'
import { toMutable } from '../mutable.ts'
import { putRecords } from '../perform/put-records.ts'
import { readProactive } from './read-proactive.ts'

let host: TestHost
beforeEach(() => {
  host = makeTestHost({ items: [] })
})
afterEach(() => host.remove())

const put = async (...inputs: readonly PerformRecordInput[]) => {
  const { refused } = await putRecords(host.stamps, inputs, { staffId: 'system', role: 'administrator', session: null })
  expect(refused).toEqual([])
}
const input = (recordId: string, base: number, act: PerformRecordInput['act']) => ({
  recordId,
  base,
  act: toMutable(act),
})

it('[PUB-18] section 二 of a store that keeps nothing of it is left blank', async () => {
  await put(input(host.stamps.newId(), 0, addPower()))
  expect(readProactive(host.services.store.read.records)).toBeNull()
})

it('[PUB-18] [REG-10] section 二 is counted from the catalogue and the register of enforcement results', async () => {
  const id = host.stamps.newId()
  const content = aContent({ category: '20-01-03', madeOn: aReview().reviewedOn })
  await put(
    input(id, 0, aDraft({ content })),
    input(id, 1, { kind: 'publication.release', releases: [aRelease()], review: aReview(), lateReason: null }),
    input(host.stamps.newId(), 0, aDraft({ indexNo: '035210000/2026-00017', content })),
    input(host.stamps.newId(), 0, addPower({ register: 'enforcement_results', values: aResult() })),
  )
  const facts = readProactive(host.services.store.read.records)
  expect(facts === null ? null : proactiveFigures(facts, 2026)).toEqual({
    rules: { made: 0, repealed: 0, inForce: 0 },
    normativeDocuments: { made: 1, repealed: 0, inForce: 1 },
    licences: 0,
    penalties: 1,
    compulsion: 0,
    chargesFen: null,
  })
})
