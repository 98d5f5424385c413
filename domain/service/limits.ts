import type { Article } from '../law/article.ts'
import { licensingDays } from './licensing-days.ts'
import type { ServiceItem } from './service-item.ts'

export interface ItemLimits {
  /** Null = neither the guide nor the law gives a number of days. */
  readonly statutoryDays: number | null
  readonly statutoryArticle: Article | null
  readonly promisedDays: number | null
  readonly unit: 'workday' | 'day'
}

/** `joint` = 统一办理、联合办理、集中办理 of several organs (行政许可法 art. 26(2)), by the item or by a bundle. */
export type HandlingMode = 'single' | 'joint'

export type LimitedItem = Pick<ServiceItem, 'kind' | 'statutoryDays' | 'promisedDays' | 'dayUnit' | 'joint'>

export const handlingOf = ({ joint }: Pick<ServiceItem, 'joint'>): HandlingMode => (joint === true ? 'joint' : 'single')

/**
 * The paragraph of art. 42 that a limit rests on, and with it who extends it by how much: the second where several organs handle together
 * and have more than the twenty days of the first.
 */
export const limitMode = (item: Pick<ServiceItem, 'statutoryDays'>, mode: HandlingMode): HandlingMode =>
  item.statutoryDays === null || item.statutoryDays > licensingDays.statutory ? mode : 'single'

/**
 * Limits of an item. A licence (行政许可) whose guide states no statutory limit has the twenty working days of 行政许可法
 * art. 42(1), in joint handling the forty-five of 42(2); nothing is assumed for other kinds. A promise longer than the statutory limit
 * counts as the statutory limit. Limits of a licence are in working days (82), whatever unit its guide names.
 */
export const limitsOf = (item: LimitedItem, mode: HandlingMode = handlingOf(item)): ItemLimits => {
  const licence = item.kind === '行政许可'
  const joint = limitMode(item, mode) === 'joint'
  const lawDays = licence ? (joint ? licensingDays.joint : licensingDays.statutory) : null
  const statutoryDays = item.statutoryDays ?? lawDays
  const promisedDays =
    item.promisedDays === null || statutoryDays === null
      ? item.promisedDays
      : Math.min(item.promisedDays, statutoryDays)
  return {
    statutoryDays,
    statutoryArticle: licence ? (joint ? 'licensing:42(2)' : 'licensing:42(1)') : null,
    promisedDays,
    unit: licence ? 'workday' : item.dayUnit,
  }
}

/** Working days, counted from arrival, in which a once-only notice must be given; later the papers count as accepted (32(1)(4)). */
export const onceOnlyNoticeDays = licensingDays.onceOnlyNotice
