import { describe, expect, it } from 'vitest'
import { plainDate } from '../../../../domain/plain-date.ts'
import type { MaterialLine } from '../../../../domain/service/service-intake.ts'
import { validateMaterials } from '../../../../domain/service/validate-intake.ts'
import { allCollected, counted } from '../../../ui/checklist-line.ts'
import { replaceLine, withPromise, withState } from './supply-lines.ts'

const today = plainDate('2026-10-12')
const line: MaterialLine = {
  n: 1,
  name: '从业人员健康合格证明',
  form: 'copy',
  required: true,
  tolerable: true,
  expected: 3,
  received: 0,
  state: 'missing',
  promisedOn: null,
  note: null,
}

describe('supply lines', () => {
  it('keep count and state in step, so that the domain finds nothing wrong', () => {
    const lines = [
      withState(line, 'collected'),
      withState(line, 'missing'),
      counted(line, 3),
      counted(line, 2),
      withPromise(withState(line, 'tolerated'), today),
    ]
    expect(validateMaterials(lines, 'materials', today)).toEqual([])
    expect(lines.map(({ state, received }) => `${state} ${received}`)).toEqual([
      'collected 3',
      'missing 0',
      'collected 3',
      'missing 2',
      'tolerated 0',
    ])
  })

  it('forget the promise once the material is there', () => {
    const promised = withPromise(withState(line, 'tolerated'), today)
    expect(counted(promised, 2)).toMatchObject({ state: 'tolerated', received: 2, promisedOn: today })
    expect(withState(promised, 'collected')).toMatchObject({ promisedOn: null, received: 3 })
  })

  it('do not tolerate what the guide does not', () => {
    const strict = { ...line, tolerable: false }
    expect(withState(strict, 'tolerated')).toEqual(strict)
  })

  it('collect what is missing and leave the rest as it is', () => {
    const other = withPromise(withState({ ...line, n: 2 }, 'tolerated'), today)
    const lines = replaceLine([line, other], { ...line, received: 1 })
    expect(allCollected(lines).map(({ n, state }) => [n, state])).toEqual([
      [1, 'collected'],
      [2, 'tolerated'],
    ])
  })
})
