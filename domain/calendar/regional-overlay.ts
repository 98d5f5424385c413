import type { PlainDate } from '../plain-date.ts'
import { comparePlainDates } from '../plain-date.ts'
import type { Result } from '../result.ts'
import { err, ok } from '../result.ts'
import type { CalendarVersion, DecreedDay } from './calendar-version.ts'

/**
 * Days off that a local government adds for the customary holidays of a minority (全国年节及纪念日放假办法 art. 4). It can only
 * give days off: a local government cannot make people work on a national holiday.
 */
export interface RegionalOverlay {
  /** Becomes part of the calendar's id, e.g. `nm-2026`. */
  readonly id: string
  /** The local notice, as printed under a ledger. */
  readonly source: string
  readonly daysOff: readonly { readonly date: PlainDate; readonly name: string }[]
}

export interface OverlayProblem {
  readonly code: 'overlay_outside_coverage'
  readonly date: PlainDate
}

/** The version with the overlay's days off; a make-up day that meets one is off. */
export const withRegionalOverlay = (
  version: CalendarVersion,
  overlay: RegionalOverlay,
): Result<CalendarVersion, readonly OverlayProblem[]> => {
  const outside = overlay.daysOff.filter(({ date }) => date < version.from || date > version.to)
  if (outside.length > 0) return err(outside.map(({ date }) => ({ code: 'overlay_outside_coverage', date })))
  const byDate = new Map<PlainDate, DecreedDay>(version.days.map((day) => [day.date, day]))
  for (const { date, name } of overlay.daysOff) {
    byDate.set(date, { date, kind: 'off', name, decree: overlay.id, scope: 'regional' })
  }
  return ok({
    ...version,
    id: `${version.id}+${overlay.id}`,
    source: `${version.source}; ${overlay.source}`,
    days: [...byDate.values()].sort((a, b) => comparePlainDates(a.date, b.date)),
  })
}
