import { describe, expect, it } from 'vitest'
import { letterSeries } from '../letters/letter-kind.ts'
import { findWorkflowProblems } from '../workflow/validate-workflow.ts'
import { allTransitions } from '../workflow/workflow.ts'
import { allRecordModules } from './modules.ts'
import { recordStates } from './record-state.ts'

describe('workflows of records', () => {
  it('[REC-1] reach every state, end in none that is not final, and leave each waiting state by a timed way', () => {
    for (const { workflow } of allRecordModules) expect(findWorkflowProblems(workflow), workflow.entity).toEqual([])
  })

  it('[REC-1] have a line for each of their states, and letters that exist', () => {
    for (const { workflow } of allRecordModules) {
      const states = Object.entries(recordStates).find(([kind]) => kind === workflow.entity)?.[1]
      expect(Object.keys(workflow.states).sort()).toEqual(['none', ...(states ?? [])].sort())
      for (const { letter } of allTransitions(workflow))
        if (letter !== null) expect(letterSeries).toHaveProperty(letter)
    }
  })
})
