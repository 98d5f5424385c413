import type { PlainDate } from '../plain-date.ts'
import type { CenterItem } from '../report/center-facts.ts'
import { whyNotOffered } from './item-version.ts'
import { limitsOf } from './limits.ts'
import type { ServiceItem } from './service-item.ts'

/**
 * What the report of a center counts of its catalogue: items offered on `on`, with their limits in working days. A limit in calendar days
 * is left out, since the two cannot be added up. What it counts of cases is in domain/report/center-facts-of.ts.
 */
export const offeredItems = (items: readonly ServiceItem[], on: PlainDate): readonly CenterItem[] =>
  items.filter((item) => whyNotOffered(item, on) === null).map(itemFacts)

const itemFacts = (item: ServiceItem): CenterItem => {
  const { statutoryDays, promisedDays, unit } = limitsOf(item)
  return unit === 'workday'
    ? { organ: item.organ, statutoryDays, promisedDays }
    : { organ: item.organ, statutoryDays: null, promisedDays: null }
}
