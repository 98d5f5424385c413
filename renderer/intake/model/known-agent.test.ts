import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aServiceForm, afterEdits, editsArbitrary } from './_testing.ts'
import { representativeLimits } from './field-limits.ts'
import { acceptAgent, agentDifferences, type KnownAgent } from './known-agent.ts'

const known: KnownAgent = {
  agent: { name: '许立', idType: 'resident_id', idNumber: '99000019800101016X', phone: '13700005521' },
  cases: 2,
  lastOn: '2026-08-12',
}
const typed = aServiceForm([
  { type: 'represented', on: true },
  { type: 'representative', field: 'idNumber', text: '99000019800101016x' },
  { type: 'representative', field: 'phone', text: '13900001111' },
  { type: 'representative', field: 'authority', text: '代为领取' },
])

describe('a known agent', () => {
  it('[INT-15] is offered as a difference of name, number and phone', () => {
    expect(agentDifferences(typed.representative, known)).toEqual([
      { field: 'name', typed: '', known: '许立' },
      { field: 'phone', typed: '13900001111', known: '13700005521' },
    ])
    expect(agentDifferences(typed.representative, { ...known, agent: { ...known.agent, phone: null } })).toEqual([
      { field: 'name', typed: '', known: '许立' },
    ])
  })

  it('[INT-15] fills blanks, replaces what was typed only where all is asked for, and brings no mandate', () => {
    const fields = typed.representative
    expect(acceptAgent(typed, known, 'blanks').representative).toEqual({ ...fields, name: '许立' })
    expect(acceptAgent(typed, known, 'all').representative).toEqual({ ...fields, name: '许立', phone: '13700005521' })
  })

  it('[INT-15] never writes over a typed field by filling blanks, and leaves no difference when all is taken', () => {
    fc.assert(
      fc.property(editsArbitrary, (edits) => {
        const form = afterEdits(edits)
        const filled = acceptAgent(form, known, 'blanks')
        for (const field of Object.keys(representativeLimits) as (keyof typeof representativeLimits)[])
          if (form.representative[field].trim() !== '')
            expect(filled.representative[field]).toBe(form.representative[field])
        expect(agentDifferences(acceptAgent(form, known, 'all').representative, known)).toEqual([])
      }),
    )
  })
})
