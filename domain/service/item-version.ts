import type { PlainDate } from '../plain-date.ts'
import type { ServiceItem } from './service-item.ts'

/** Why an item cannot be applied for on a day. */
export type NotOffered = 'not_yet' | 'suspended' | 'cancelled'

/** Null = it is offered. An item without version data is in use. */
export const whyNotOffered = ({ details }: Pick<ServiceItem, 'details'>, today: PlainDate): NotOffered | null => {
  const version = details?.version
  if (version === undefined) return null
  if (version.status === 'cancelled' || (version.cancelledFrom !== null && today >= version.cancelledFrom))
    return 'cancelled'
  if (version.status === 'suspended') return 'suspended'
  return version.effectiveFrom !== null && today < version.effectiveFrom ? 'not_yet' : null
}
