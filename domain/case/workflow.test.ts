import { describe, expect, it } from 'vitest'
import { disclosureStates, serviceStates } from './case-state.ts'
import { roles } from './role.ts'
import { type Transition, findTransition, isAdditive, mayPerform, workflow } from './workflow.ts'

const states = [...serviceStates, ...disclosureStates]
const transitions: readonly (readonly [string, readonly Transition[]])[] = Object.entries(workflow)

describe('workflow', () => {
  it('[CASE-1] every state is reached from an opening act', () => {
    const reached = new Set<string>(['none'])
    for (let grown = true; grown;) {
      grown = false
      for (const [from, list] of transitions) {
        if (!reached.has(from)) continue
        for (const { to } of list) {
          if (to !== 'same' && !reached.has(to)) {
            reached.add(to)
            grown = true
          }
        }
      }
    }
    expect([...reached].sort()).toEqual(['none', ...states].sort())
  })

  it('[CASE-1] a waiting state has an act that leaves it', () => {
    for (const state of ['correction_wait', 'awaiting_confirm'] as const) {
      expect(
        workflow[state].some(({ to }) => to !== 'same' && to !== state),
        state,
      ).toBe(true)
    }
  })

  it('[CASE-2] every act that changes a state names its article, and every start of a clock too', () => {
    for (const [from, list] of transitions) {
      for (const transition of list) {
        if (transition.to !== 'same' || transition.clock === 'start')
          expect(transition.article, `${from} ${transition.act}`).not.toBeNull()
      }
    }
  })

  it('[CASE-3] an act that a state does not list does not exist there', () => {
    expect(findTransition('accepted', 'service.supply')).toBeUndefined()
    expect(findTransition('received', 'disclosure.confirm')).toBeUndefined()
    expect(findTransition('correction_wait', 'service.supply')?.to).toBe('accepted')
  })

  it('[CASE-4] reviewers and supervisors take in nothing; everybody may print', () => {
    for (const role of roles) {
      expect(mayPerform(role, 'letter.print')).toBe(true)
      expect(mayPerform(role, 'service.accept')).toBe(!['reviewer', 'supervisor'].includes(role))
    }
  })

  it('[CASE-5] only printing is additive', () => {
    expect(isAdditive('letter.print')).toBe(true)
    for (const list of Object.values(workflow)) {
      for (const { act, to } of list as readonly Transition[]) if (to !== 'same') expect(isAdditive(act)).toBe(false)
    }
  })
})
