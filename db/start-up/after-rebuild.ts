import { letterKinds, letterSeries } from '../../domain/letters/letter-kind.ts'
import { type PlainDate, addDays, yearOf } from '../../domain/plain-date.ts'
import type { Connection } from '../connection.ts'
import { allCounters, raiseCounters } from '../journal/standing.ts'
import { metaReader } from '../meta/reader.ts'

/** Larger than what a window gives out in a day, small enough that a number keeps its four digits for years of a series. */
export const counterGap = 1000

/**
 * The journal was damaged too, so numbers may have been printed that nobody knows here: every counter that is still in use goes on a
 * thousand above what is known. Nobody is hurt by a gap; two cases with one number would have to be explained to both.
 */
export const leaveGap = (connection: Connection, today: PlainDate): void => {
  const device = metaReader(connection).findDevice()
  if (device === null) return
  const { center, deviceNo } = device
  const known = new Map(
    connection
      .all(allCounters, {})
      .filter(({ center: of, device_no }) => of === center && device_no === deviceNo)
      .map(({ day, last }) => [day, last]),
  )
  // A clock that is a day off is not taken for impossible.
  const days = [-1, 0, 1].map((more) => addDays(today, more).replaceAll('-', ''))
  const years = [...new Set([-1, 0, 1].map((more) => String(yearOf(addDays(today, more)))))]
  const series = letterKinds.flatMap((letter) => years.map((year) => `${letterSeries[letter] ?? ''}${year}`))
  const counters = [...new Set([...days, ...series])].map(
    (day) => [center, deviceNo, day, (known.get(day) ?? 0) + counterGap] as const,
  )
  raiseCounters(connection, { counters })
}
