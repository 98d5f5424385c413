import type { CaseLimits } from '../case/case-module.ts'
import { type ClockRules, clockRules } from '../clock/clock-rules.ts'
import type { Article } from '../law/article.ts'
import { licensingDays } from './licensing-days.ts'
import { type HandlingMode, type LimitedItem, handlingOf, limitMode, limitsOf } from './limits.ts'
import type { ServiceIntake } from './service-intake.ts'

/** Limits of an item: the statutory one (行政许可法 art. 42 for licences) and the one promised in the guide, both from acceptance. */
export const serviceLimits = (item: LimitedItem, handling: HandlingMode = handlingOf(item)): CaseLimits => {
  const mode = limitMode(item, handling)
  const limits = limitsOf(item, handling)
  const rules = (
    days: number | null,
    articles: Partial<ClockRules['articles']>,
    extensionMax: number,
  ): ClockRules | null =>
    days === null ? null : clockRules({ days, unit: limits.unit, startsOn: 'accepted', extensionMax, articles })
  const article = limitArticle(mode)
  const licensing = item.kind === '行政许可'
  return {
    statutory: rules(
      limits.statutoryDays,
      licensing ? { start: ['civilCode:201', article], limit: [article, 'licensing:82'], extension: [article] } : {},
      licensing ? extensionDays(mode) : 0,
    ),
    promised: rules(limits.promisedDays, {}, 0),
  }
}

/** Limits of a request: those of its item; as a part of a joint bundle a licence has the limit of the whole (42(2)), not its own. */
export const intakeLimits = ({ item, bundle }: Pick<ServiceIntake, 'item' | 'bundle'>): CaseLimits =>
  bundle?.joint === true && item.kind === '行政许可'
    ? serviceLimits({ ...item, statutoryDays: null, dayUnit: 'workday' }, 'joint')
    : serviceLimits(item)

/** By which paragraph a request is extended; a part of a joint bundle by that of the whole. */
export const modeOf = ({ item, bundle }: Pick<ServiceIntake, 'item' | 'bundle'>): HandlingMode =>
  bundle?.joint === true ? 'joint' : limitMode(item, handlingOf(item))

export const limitArticle = (mode: HandlingMode): Article => (mode === 'joint' ? 'licensing:42(2)' : 'licensing:42(1)')

/** Longest extension of a licence, in working days. */
export const extensionDays = (mode: HandlingMode): number =>
  mode === 'joint' ? licensingDays.jointExtension : licensingDays.extension
