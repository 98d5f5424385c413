import { describe, expect, it } from 'vitest'
import { findWorkflowProblems } from '../../workflow/validate-workflow.ts'
import { asKind, recordsOn } from '../_testing.ts'
import { type FigureAct, type FigureRecord, figureStates } from './figure-record.ts'
import { figureModule } from './module.ts'
import { statedFor, withStated } from './stated-figures.ts'
import { figureWorkflow } from './workflow.ts'

const desk = recordsOn('2026-11-23')
const state = (over: Partial<Extract<FigureAct, { kind: 'figure.state' }>> = {}): FigureAct => ({
  kind: 'figure.state',
  year: 2024,
  cell: 'licences',
  organ: '青岚县行政审批局',
  counts: [447_228],
  basis: '审批系统统计表',
  ...over,
})
const done = (...acts: readonly FigureAct[]): FigureRecord => {
  const after = acts.reduce<FigureRecord | null>((now, act) => asKind(desk.done(now, act), 'figure'), null)
  if (after === null) throw new Error('no acts')
  return after
}
const keyOf = (record: FigureRecord) => figureModule.head(record, undefined as never).key

describe('a figure that an organ states', () => {
  it('[REG-11] is stated, corrected and withdrawn, each with its reason; what stood before is kept', () => {
    expect(findWorkflowProblems(figureWorkflow)).toEqual([])
    expect(Object.keys(figureWorkflow.states).sort()).toEqual(['none', ...figureStates].sort())
    const stated = done(state())
    expect(keyOf(stated)).toBe('2024:licences:青岚县行政审批局')
    const correct: FigureAct = { kind: 'figure.correct', counts: [447_229], basis: '更正函', reason: '漏计一件' }
    const corrected = done(state(), correct)
    expect(corrected).toMatchObject({ counts: [447_229], basis: '更正函', corrections: [{ before: [447_228] }] })
    expect(desk.refused(stated, { ...correct, reason: ' ' }).fields).toEqual([{ field: 'reason', code: 'required' }])
    const withdrawn = done(state(), { kind: 'figure.withdraw', reason: '误报' })
    expect([withdrawn.status, keyOf(withdrawn)]).toEqual(['withdrawn', null])
    expect(statedFor([withdrawn], 2024)).toEqual([])
  })

  it('[REG-11] has as many whole numbers as its cell, of a year that has begun, and says who and from where', () => {
    const fieldsOf = (act: FigureAct) => desk.refused(null, act).fields
    expect(fieldsOf(state({ counts: [1, 2, 3] }))).toEqual([{ field: 'counts', code: 'number_invalid' }])
    expect(fieldsOf(state({ cell: 'rules', counts: [1] }))).toEqual([{ field: 'counts', code: 'number_invalid' }])
    expect(fieldsOf(state({ counts: [-1] }))).toEqual([{ field: 'counts', code: 'number_invalid' }])
    expect(fieldsOf(state({ year: 2027 }))).toEqual([{ field: 'year', code: 'date_in_future' }])
    expect(fieldsOf(state({ year: 2007, organ: ' ', basis: '' }))).toEqual([
      { field: 'year', code: 'date_too_old' },
      { field: 'organ', code: 'required' },
      { field: 'basis', code: 'required' },
    ])
  })

  it('[REG-11] stands in the place of what was counted, the sum of all organs that state the cell', () => {
    const counted = {
      rules: null,
      normativeDocuments: { made: 1, repealed: 0, inForce: 4 },
      licences: 3,
      penalties: 7,
      compulsion: 0,
      chargesFen: null,
    }
    const records = [done(state()), done(state({ organ: '青岚县水务局', counts: [12] })), done(state({ year: 2023 }))]
    const stated = statedFor(records, 2024)
    expect(stated.map(({ organ }) => organ)).toEqual(['青岚县水务局', '青岚县行政审批局'])
    expect(withStated(counted, stated)).toEqual({ ...counted, licences: 447_240 })
    expect(withStated(counted, [])).toBe(counted)
    expect(withStated(null, [])).toBeNull()
    expect(withStated(null, stated)).toMatchObject({ licences: 447_240, penalties: null, rules: null })
  })
})
