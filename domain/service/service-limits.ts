import type { CaseLimits } from '../case/case-module.ts'
import { type ClockRules, clockRules } from '../clock/clock-rules.ts'
import { limitsOf } from './limits.ts'
import type { ItemSnapshot } from './service-item.ts'

/** Limits of an item: the statutory one (行政许可法 art. 42 for licences) and the one promised in the guide, both from acceptance. */
export const serviceLimits = (
  item: Pick<ItemSnapshot, 'kind' | 'statutoryDays' | 'promisedDays' | 'dayUnit'>,
): CaseLimits => {
  const limits = limitsOf(item)
  const rules = (
    days: number | null,
    articles: Partial<ClockRules['articles']>,
    extensionMax: number,
  ): ClockRules | null =>
    days === null ? null : clockRules({ days, unit: limits.unit, startsOn: 'accepted', extensionMax, articles })
  const licensing = item.kind === '行政许可'
  return {
    statutory: rules(
      limits.statutoryDays,
      licensing
        ? {
            start: ['civilCode:201', 'licensing:42(1)'],
            limit: ['licensing:42(1)', 'licensing:82'],
            extension: ['licensing:42(1)'],
          }
        : {},
      licensing ? 10 : 0,
    ),
    promised: rules(limits.promisedDays, {}, 0),
  }
}
