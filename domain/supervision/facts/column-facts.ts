import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import { type PlainDate, addDays, dayNumberOf, plainDate } from '../../plain-date.ts'
import {
  type ColumnUpdate,
  type FreshnessRule,
  columnStandings,
  usualFreshnessRules,
} from '../../record/publication/freshness.ts'
import { type EnforcementUpdate, missedLately } from '../../record/publication/monthly-enforcement.ts'
import { monthsAfter } from '../../register/months-after.ts'
import { owedBy } from '../owed.ts'
import { type SubjectFacts, subjectFacts } from '../subject-facts.ts'

/** What a column, or an organ, owes as a whole, with the words it is known by. */
export interface WholeFacts {
  readonly facts: SubjectFacts
  readonly title: string
  readonly organ: string | null
}

/** Columns that stood still beyond their period. One that never had an entry owes nothing: the center may not keep it here. */
export const columnFacts = (
  updates: readonly ColumnUpdate[],
  today: PlainDate,
  calendar: WorkCalendar,
  rules: readonly FreshnessRule[] = usualFreshnessRules,
): readonly WholeFacts[] =>
  columnStandings(rules, updates, today, calendar).flatMap(({ rule, title, lastOn, owedBy: due, stale }) =>
    !stale || lastOn === null || due === null
      ? []
      : [
          {
            facts: subjectFacts(`column:${rule.id}`, {
              owed: [owedBy('column_update', dayNumberOf(lastOn), due, null)],
            }),
            title,
            organ: rule.organ,
          },
        ],
  )

/** Organs with months without a published enforcement result, each month by itself. */
export const monthlyFacts = (updates: readonly EnforcementUpdate[], today: PlainDate): readonly WholeFacts[] => {
  const monthsByOrgan = new Map<string, string[]>()
  for (const { organ, month } of missedLately(updates, today))
    monthsByOrgan.set(organ, [...(monthsByOrgan.get(organ) ?? []), month])
  return [...monthsByOrgan].map(([organ, months]) => ({
    facts: subjectFacts(`organ:${organ}`, {
      owed: months.map((month) =>
        owedBy('monthly_enforcement', Number(month.replace('-', '')), lastDayOf(month), null),
      ),
    }),
    title: '行政执法结果按月公开',
    organ,
  }))
}

const lastDayOf = (month: string): PlainDate => addDays(monthsAfter(plainDate(`${month}-01`), 1), -1)
