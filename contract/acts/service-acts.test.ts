import { describe, expect, it } from 'vitest'
import { oneOfEach } from '../../domain/service/_acts.ts'
import { aFeeLine, receiver } from '../../domain/service/_testing.ts'
import { allTransitions } from '../../domain/workflow/workflow.ts'
import { serviceWorkflow } from '../../domain/service/workflow.ts'
import { CaseActSchema } from './case-acts.ts'

const reads = (act: object): boolean => CaseActSchema.safeParse(act).success

describe('acts on a service request', () => {
  it('are read as they are, every one, and never with a field more', () => {
    for (const act of Object.values(oneOfEach)) {
      const read = CaseActSchema.safeParse(act)
      expect(read.success ? read.data : read.error.issues, act.kind).toEqual(act)
      expect(reads({ ...act, unheardOf: 1 }), act.kind).toBe(false)
    }
  })

  it('each have a place in the procedure', () => {
    const inTable = new Set(allTransitions(serviceWorkflow).map(({ act }) => act))
    expect(Object.keys(oneOfEach).filter((kind) => !inTable.has(kind))).toEqual([])
  })

  it('are refused with a code, an amount or a date that does not exist', () => {
    const { 'service.fee_paid': paid, 'service.special_start': special, 'service.consult': consult } = oneOfEach
    expect(reads({ ...special, procedure: 'hearing' })).toBe(false)
    expect(reads({ ...special, procedure: 'holiday' })).toBe(false)
    expect(reads({ ...paid, payment: { ...paid.payment, fen: 0.5 } })).toBe(false)
    expect(reads({ ...paid, payment: { ...paid.payment, fen: -1 } })).toBe(false)
    expect(reads({ ...consult, answerBy: '2026-02-30' })).toBe(false)
    expect(reads({ kind: 'service.fee_notice', lines: Array.from({ length: 51 }, () => aFeeLine()) })).toBe(false)
    expect(reads({ kind: 'service.delivery_proof', proof: { kind: 'rumour', receiver } })).toBe(false)
  })
})
