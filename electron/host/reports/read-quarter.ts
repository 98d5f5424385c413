import type { CaseState } from '../../../domain/case/case-state.ts'
import { caseKinds } from '../../../domain/case/case-state.ts'
import { organOf } from '../../../domain/case/titles.ts'
import type { TaskRecord } from '../../../domain/record/task/task-record.ts'
import { type Assessment, type QuarterFacts, assess } from '../../../domain/supervision/assessment/assess.ts'
import type { AssessmentRules } from '../../../domain/supervision/assessment/assessment-rules.ts'
import { type Quarter, daysOf, quarterFacts } from '../../../domain/supervision/assessment/quarter-facts.ts'
import type { StoredCase } from '../../../db/cases/reader.ts'
import type { Store } from '../../../db/store.ts'
import { eachCase } from './each-case.ts'

/** One organ in one quarter. */
export interface AssessedOrgan {
  readonly organ: string
  readonly facts: QuarterFacts
  readonly assessment: Assessment
}

/** Takes cases one at a time and answers how every organ did. */
export const gatherQuarter = (store: Store, quarter: Quarter, rules: AssessmentRules) => {
  const { last } = daysOf(quarter)
  const cases = new Map<string, CaseState[]>()
  return {
    take: ({ state }: StoredCase): void => {
      if (state.arrivedOn > last) return
      const organ = organOf(state)
      const known = cases.get(organ)
      if (known === undefined) cases.set(organ, [state])
      else known.push(state)
    },
    /** Every organ that had a case or a task by the end of the quarter, the best first; what was not measured comes last. */
    assessed: (): readonly AssessedOrgan[] => {
      const tasks: TaskRecord[] = []
      store.read.records.each('task', (state) => {
        if (state.kind === 'task') tasks.push(state)
      })
      const organs = new Set([...cases.keys(), ...tasks.map(({ organ }) => organ)].filter((organ) => organ !== ''))
      return [...organs]
        .map((organ) => {
          const facts = quarterFacts(organ, quarter, { cases: cases.get(organ) ?? [], tasks }, store.calendar)
          return { organ, facts, assessment: assess(facts, rules) }
        })
        .sort((a, b) => (b.assessment.score ?? -1) - (a.assessment.score ?? -1) || (a.organ < b.organ ? -1 : 1))
    },
  }
}

export const assessQuarter = (store: Store, quarter: Quarter, rules: AssessmentRules): readonly AssessedOrgan[] => {
  const gathered = gatherQuarter(store, quarter, rules)
  for (const stored of eachCase(store.read.cases, caseKinds)) gathered.take(stored)
  return gathered.assessed()
}
