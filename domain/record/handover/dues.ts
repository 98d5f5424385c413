import { type WorkCalendar, workdayAfter } from '../../calendar/work-calendar.ts'
import type { PlainDate } from '../../plain-date.ts'
import { owedBy } from '../../supervision/owed.ts'
import type { Owed } from '../../supervision/subject-facts.ts'
import type { HandoverRecord, Station } from './handover-record.ts'

/** The list lay at a station from one day to another. */
interface Stay {
  readonly at: Station
  readonly since: PlainDate
  /** Null = it lies there. */
  readonly until: PlainDate | null
}

export const stationOf = ({ start, steps }: HandoverRecord): Station => steps[steps.length - 1]?.to ?? start

/** What supervision watches: every station passes on in time what came in. Keeping a result for its resident is not forwarding. */
export const handoverOwed = (list: HandoverRecord, calendar: WorkCalendar): readonly Owed[] =>
  staysOf(list).flatMap(({ since, until }, at) =>
    isDestination(list, at)
      ? []
      : [owedBy('forwarding', at + 1, workdayAfter(calendar, since, list.limits.forward), until)],
  )

/** When it is owed next: to be passed on, or to be fetched. Null = it is where it belongs. */
export const handoverDue = (list: HandoverRecord, calendar: WorkCalendar): PlainDate | null => {
  if (list.ended !== null) return null
  const stays = staysOf(list)
  const last = stays[stays.length - 1]
  if (last === undefined) return null
  return workdayAfter(
    calendar,
    last.since,
    isDestination(list, stays.length - 1) ? list.limits.keep : list.limits.forward,
  )
}

/** Lines nobody has signed for. */
export const linesLeft = ({ lines, collections }: HandoverRecord) =>
  lines.filter(({ n }) => !collections.some(({ line }) => line === n))

const staysOf = ({ start, receivedOn, steps, ended }: HandoverRecord): readonly Stay[] => {
  const arrivals = [{ at: start, since: receivedOn }, ...steps.map(({ to, on }) => ({ at: to, since: on }))]
  return arrivals.map((arrival, n) => ({ ...arrival, until: arrivals[n + 1]?.since ?? ended?.on ?? null }))
}

/** The stay from which nothing must be passed on: papers at the window, results where residents fetch them. */
const isDestination = (list: HandoverRecord, n: number): boolean => {
  const at = staysOf(list)[n]?.at
  return list.direction === 'in'
    ? at === 'window'
    : at === 'village' || list.collections.some(({ station }) => station === at)
}
