import type { PlainDate } from '../plain-date.ts'
import type { TaskKind, TaskLimits } from '../record/task/task-kinds.ts'
import { findAssessmentRulesProblems } from '../supervision/assessment/assessment-rules.ts'
import { findRuleTableProblems } from '../supervision/rule.ts'
import type { CenterSettings, SettingsHistory, SettingsSet } from './center-settings.ts'
import { supervisionRules } from './supervision-rules.ts'

/** What is wrong with a set; `detail` says where: a rule, a kind of task, an organ. */
export interface SettingsProblem {
  readonly code: string
  readonly detail: string
}

/** Faults of a set that would be in force from a day on, after all that was before; empty = it can be counted with. */
export const findSettingsProblems = (
  set: SettingsSet,
  from: PlainDate,
  before: SettingsHistory = [],
): readonly SettingsProblem[] => {
  switch (set.topic) {
    case 'supervision':
      return supervisionProblems(set.values, [...before, { from, until: null, set }])
    case 'assessment':
      return findAssessmentRulesProblems(set.values).map(({ code }) => ({ code, detail: '' }))
    case 'tasks':
      return (Object.entries(set.values) as [TaskKind, TaskLimits][]).flatMap(([task, limits]) =>
        areLimitsSound(task, limits) ? [] : [{ code: 'task_limits_invalid', detail: task }],
      )
    case 'remedies': {
      const organs = set.values.reviewers.map(({ organ }) => organ)
      const twice = organs.filter((organ, at) => organs.indexOf(organ) !== at)
      return [...new Set(twice)].map((organ) => ({ code: 'organ_twice', detail: organ }))
    }
    case 'consultation':
    case 'complaint':
    case 'disclosure':
    case 'proactive':
      // Single numbers, each within the bounds of its schema.
      return []
  }
}

const supervisionProblems = (
  { rules, remainingDays, elapsedPercent }: CenterSettings['supervision'],
  history: SettingsHistory,
): readonly SettingsProblem[] => {
  const ids = rules.map(({ id }) => id)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  if (twice.length > 0) return [...new Set(twice)].map((id) => ({ code: 'rule_twice', detail: id }))
  // A center that neither warns nor cards anybody would not supervise at all.
  if (rules.every(({ level }) => level === null)) return [{ code: 'no_rule_left', detail: '' }]
  const thresholds = remainingDays < 0 || elapsedPercent < 1 || elapsedPercent > 100
  return [
    ...(thresholds ? [{ code: 'threshold_invalid', detail: '' }] : []),
    ...findRuleTableProblems(supervisionRules(history)).map(({ code, rule }) => ({ code, detail: rule })),
  ]
}

/** Only a bad rating has somebody to be asked and told; he is asked before he is told, and told before it is put right at the latest. */
const areLimitsSound = (task: TaskKind, { verify, feedback, answer }: TaskLimits): boolean =>
  task === 'bad_rating'
    ? verify !== null && feedback !== null && verify <= feedback && feedback <= answer
    : verify === null && feedback === null
