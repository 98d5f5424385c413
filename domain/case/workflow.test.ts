import { describe, expect, it } from 'vitest'
import { findWorkflowProblems } from '../workflow/validate-workflow.ts'
import { allTransitions } from '../workflow/workflow.ts'
import { aDisclosureIntake, aMaterial, aServiceIntake, day, missing } from './_testing.ts'
import { caseStates } from './case-state.ts'
import { commonTransitions } from './common-workflow.ts'
import { foldAll } from './fold.ts'
import { allModules } from './modules.ts'
import { roles } from './role.ts'
import { findTransitions, isAdditive, mayPerform } from './workflow.ts'

const on = day('2026-09-28')
const caseNo = '990123-20260928-W03-0001'
const accepted = foldAll('c', [{ kind: 'service.accept', data: { caseNo, on, intake: aServiceIntake() } }])
const waiting = foldAll('c', [
  {
    kind: 'service.notice',
    data: { caseNo, on, correctBy: null, intake: aServiceIntake({ materials: [aMaterial(missing)] }) },
  },
])
const received = foldAll('c', [{ kind: 'disclosure.register', data: { caseNo, on, intake: aDisclosureIntake() } }])

/** Kinds whose limit is the center's own promise: it extends what no law has set. */
const ownLimits: ReadonlySet<string> = new Set(['consultation', 'complaint'])

/** What server and device record by themselves: no person may do it. */
const doneByNobody: ReadonlySet<string> = new Set(['case.dispute_time', 'case.attachment_in'])

describe('workflows of cases', () => {
  it('[CASE-1] every state is reached from an opening act, and no act leads nowhere or two ways', () => {
    for (const { workflow } of allModules) {
      const faults = findWorkflowProblems(workflow).filter(
        ({ code, where }) =>
          ['unreachable', 'unknown_target', 'ambiguous', 'no_role', 'always_changes_state'].includes(code) &&
          !(code === 'no_role' && doneByNobody.has(where)),
      )
      expect(faults, workflow.entity).toEqual([])
    }
  })

  it('[CASE-1] each kind of case has a line for each of its states', () => {
    for (const { workflow } of allModules) {
      const states = Object.entries(caseStates).find(([kind]) => kind === workflow.entity)?.[1]
      expect(Object.keys(workflow.states).sort()).toEqual(['none', ...(states ?? [])].sort())
    }
  })

  it('[CASE-2] every start, pause, fresh start and extension of a clock names its article', () => {
    for (const { workflow } of allModules) {
      for (const { act, clock, article } of allTransitions(workflow)) {
        if (clock === 'extend' && ownLimits.has(workflow.entity)) continue
        if (['start', 'fresh', 'pause', 'extend'].includes(clock)) expect(article, act).not.toBeNull()
      }
    }
  })

  it('[CASE-3] an act that a state does not list does not exist there', () => {
    expect(findTransitions(accepted, 'service.supply')).toEqual([])
    expect(findTransitions(received, 'disclosure.confirm')).toEqual([])
    expect(findTransitions(received, 'service.supply')).toEqual([])
    expect(findTransitions(waiting, 'service.supply')).toMatchObject([{ to: 'accepted' }])
  })

  it('[CASE-4] reviewers and supervisors take in nothing; everybody may print', () => {
    for (const role of roles) {
      expect(mayPerform(role, 'letter.print')).toBe(true)
      expect(mayPerform(role, 'service.accept')).toBe(['clerk', 'disclosure_officer', 'administrator'].includes(role))
    }
  })

  it('[CASE-5] what is additive changes no state', () => {
    expect(commonTransitions.filter(({ act }) => isAdditive(act)).map(({ act }) => act)).toEqual([
      'letter.print',
      'case.link',
      'case.note',
      'case.set_contact',
      'case.restore_field',
      'case.dispute_time',
      'case.merge',
      'case.suspect_duplicate',
      'rating.give',
      'case.attach',
      'case.detach',
      'case.attachment_in',
    ])
    for (const { workflow } of allModules) {
      for (const { act, to } of allTransitions(workflow)) if (to !== 'same') expect(isAdditive(act), act).toBe(false)
    }
  })
})
