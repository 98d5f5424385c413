import { describe, expect, it } from 'vitest'
import { draft as mandateDraft, sign } from '../../domain/record/mandate/_testing.ts'
import { making, pass, signFor } from '../../domain/record/handover/_testing.ts'
import { allRecordModules } from '../../domain/record/modules.ts'
import type { RecordAct } from '../../domain/record/record-act.ts'
import { assign, badRating, urge, yellowCard } from '../../domain/record/task/_testing.ts'
import { draft as templateDraft, putInForce, test } from '../../domain/record/template/_testing.ts'
import { allTransitions } from '../../domain/workflow/workflow.ts'
import { RecordActSchema, recordActFields } from './record-acts.ts'

const acts: readonly RecordAct[] = [
  urge,
  yellowCard,
  badRating(),
  assign,
  mandateDraft(),
  sign(),
  making(),
  pass('township'),
  signFor(1),
  templateDraft(),
  test,
  putInForce('2027-01-01'),
]

describe('acts on records as they are sent', () => {
  it('every act of every procedure has its fields', () => {
    const named = allRecordModules.flatMap(({ workflow }) => allTransitions(workflow).map(({ act }) => act))
    expect(Object.keys(recordActFields).sort()).toEqual([...new Set(named)].sort())
  })

  it('every field that a procedure wants is a field of the act', () => {
    const fields: Readonly<Record<string, { readonly shape: object }>> = recordActFields
    for (const { workflow } of allRecordModules)
      for (const { act, requires = [] } of allTransitions(workflow))
        expect(Object.keys(fields[act]?.shape ?? {}), act).toEqual(expect.arrayContaining([...requires]))
  })

  it('an act of the domain goes through as it is, and with nothing beside', () => {
    for (const act of acts) {
      expect(RecordActSchema.parse(act), act.kind).toEqual(act)
      expect(RecordActSchema.safeParse({ ...act, extra: 1 }).success, act.kind).toBe(false)
    }
  })
})
