import type { CaseLimits } from '../case/case-module.ts'
import type { ClockRules } from '../clock/clock-rules.ts'
import { serviceLimits } from '../service/service-limits.ts'
import type { BundleIntake, PartItem } from './bundle-intake.ts'

/**
 * The whole is done when its longest part is: each limit is the longest among the parts. In joint handling every licence among them has
 * the 45 working days of 行政许可法 art. 42(2).
 */
export const bundleLimits = ({ parts, joint }: Pick<BundleIntake, 'parts' | 'joint'>): CaseLimits => {
  const limits = parts.map(({ item }) => partLimits(item, joint))
  return {
    statutory: longest(limits.map(({ statutory }) => statutory)),
    promised: longest(limits.map(({ promised }) => promised)),
  }
}

const partLimits = (item: PartItem, joint: boolean): CaseLimits =>
  joint && item.kind === '行政许可'
    ? serviceLimits({ ...item, statutoryDays: null, dayUnit: 'workday' }, 'joint')
    : serviceLimits(item)

const longest = (rules: readonly (ClockRules | null)[]): ClockRules | null =>
  rules.reduce<ClockRules | null>((found, next) => {
    if (next === null) return found
    return found === null || length(next) > length(found) ? next : found
  }, null)

/** Calendar days, roughly: five working days are a week. Only for finding the longest of limits in different units. */
const length = ({ days, unit }: ClockRules): number => (unit === 'workday' ? (days * 7) / 5 : days)
