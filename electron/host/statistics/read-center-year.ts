import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RunProgress } from '../../../contract/queries/run.ts'
import type { CenterYear, PeriodFigures } from '../../../contract/queries/statistics.ts'
import { subjectTrend } from '../../../domain/contact/subject-trend.ts'
import { centerReport } from '../../../domain/report/center.ts'
import { centerShares } from '../../../domain/report/center-shares.ts'
import { itemFigures } from '../../../domain/report/item-figures.ts'
import { periodDays, periodsOf } from '../../../domain/report/periods.ts'
import { toMutable } from '../mutable.ts'
import type { Services } from '../services.ts'
import { gatherCenter } from './gather-center.ts'

/** Every month, quarter and the whole of a year, from one walk through the store. Periods that have not begun are left out. */
export async function* readCenterYear(
  services: Pick<Services, 'store' | 'today' | 'now'>,
  year: number,
): AsyncGenerator<RunProgress, CenterYear> {
  const { center, facts, items, subjects, incomplete } = yield* gatherCenter(services)
  const periods: PeriodFigures[] = []
  for (const key of periodsOf) {
    const { from, to } = periodDays(year, key)
    if (from > services.today()) continue
    const report = centerReport(facts, from, to)
    periods.push({ key, report, shares: centerShares(report), items: [...itemFigures(items, from, to)] })
    await nextTurn()
  }
  const { from, to } = periodDays(year, 'y')
  const trendOf = (kind: 'consultation' | 'complaint') => [...subjectTrend(subjects[kind], from, to)]
  return toMutable({
    year,
    center,
    periods,
    trends: { consultation: trendOf('consultation'), complaint: trendOf('complaint') },
    incomplete,
  })
}
