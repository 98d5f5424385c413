import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../../domain/plain-date.ts'
import { validateMaterials } from '../../domain/service/validate-intake.ts'
import { collected, counted, maxCount, missing, tolerated, type ChecklistLine } from './checklist-line.ts'

const today = plainDate('2026-10-12')
const promisedOn = plainDate('2026-10-13')
const line: ChecklistLine = {
  n: 1,
  name: '从业人员健康合格证明',
  form: 'copy',
  required: true,
  tolerable: true,
  expected: 3,
  received: 0,
  state: 'missing',
  promisedOn: null,
}
const marks = [
  collected,
  missing,
  (each: ChecklistLine) => tolerated(each, promisedOn),
  ...[-1, 0, 1, 2, 3, 4, 1000, Number.NaN].map((n) => (each: ChecklistLine) => counted(each, n)),
]

describe('a line of a checklist', () => {
  it('never contradicts itself, whatever is marked and counted', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(3), fc.array(fc.constantFrom(...marks)), (tolerable, expected, order) => {
        const marked = order.reduce((each, mark) => mark(each), { ...line, tolerable, expected })
        expect(validateMaterials([{ ...marked, note: null }], 'materials', today)).toEqual([])
        expect(marked.received).toBeLessThanOrEqual(maxCount)
      }),
    )
  })

  it('keeps what came and the promise while less than all is counted', () => {
    const promised = tolerated(counted(line, 2), promisedOn)
    expect(promised).toMatchObject({ state: 'tolerated', received: 2, promisedOn })
    expect(counted(promised, 1)).toMatchObject({ state: 'tolerated', received: 1, promisedOn })
    expect(counted(promised, 3)).toMatchObject({ state: 'collected', received: 3, promisedOn: null })
  })

  it('keeps what else the line holds', () => {
    expect(collected({ ...line, note: '原件已核' }).note).toBe('原件已核')
  })
})
