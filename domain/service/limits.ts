import type { Article } from '../law/article.ts'
import type { ServiceItem } from './service-item.ts'

export interface ItemLimits {
  /** Null = neither the guide nor the law gives a number of days. */
  readonly statutoryDays: number | null
  readonly statutoryArticle: Article | null
  readonly promisedDays: number | null
  readonly unit: 'workday' | 'day'
}

/**
 * Limits of an item. A licence (行政许可) whose guide states no statutory limit has the twenty working days of 行政许可法
 * art. 42(1); nothing is assumed for other kinds. A promise longer than the statutory limit counts as the statutory limit.
 */
export const limitsOf = (
  item: Pick<ServiceItem, 'kind' | 'statutoryDays' | 'promisedDays' | 'dayUnit'>,
): ItemLimits => {
  const licence = item.kind === '行政许可'
  const statutoryDays = item.statutoryDays ?? (licence ? 20 : null)
  const promisedDays =
    item.promisedDays === null || statutoryDays === null
      ? item.promisedDays
      : Math.min(item.promisedDays, statutoryDays)
  return {
    statutoryDays,
    statutoryArticle: licence ? 'licensing:42(1)' : null,
    promisedDays,
    // The twenty days of art. 42 are working days (art. 82) whatever unit the guide uses for its promise.
    unit: licence && item.statutoryDays === null ? 'workday' : item.dayUnit,
  }
}

/** Working days, counted from arrival, in which a once-only notice must be given; later the papers count as accepted (32(1)(4)). */
export const onceOnlyNoticeDays = 5
