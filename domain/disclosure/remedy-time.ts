import { type WorkCalendar, firstWorkdayFrom } from '../calendar/work-calendar.ts'
import { type PlainDate, addDays, dayNumberOf, fromDayNumber } from '../plain-date.ts'
import { monthsAfter } from '../register/months-after.ts'
import { proofDate } from './delivery.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { type RemedyPeriod, remediesOf } from './remedies.ts'

/** Until when a reply can be taken to reconsideration and to court, as far as the office can tell. */
export interface RemedyTime {
  /** The applicant knew of the reply; null = its arrival is not proven, and no period is known to run. */
  readonly knownOn: PlainDate | null
  readonly reconsiderationBy: PlainDate | null
  /** A suit without reconsideration; null also where reconsideration comes first. */
  readonly litigationBy: PlainDate | null
  readonly reconsiderationFirst: boolean
  /** A reconsideration or a suit is recorded without its result. */
  readonly pending: boolean
}

/** Null = there is no reply against which anybody could go. */
export const remedyTimeOf = (state: DisclosureCase, calendar: WorkCalendar): RemedyTime | null => {
  const { draft, deliveries, reconsiderations, litigations } = state
  const last = deliveries.at(-1)
  if (draft === null || last === undefined) return null
  const { reconsiderationFirst, reconsideration, litigation } = remediesOf(draft, last.sentOn)
  const knownOn = last.proof === null ? null : proofDate(last.proof)
  const until = (period: RemedyPeriod | null) =>
    knownOn === null || period === null ? null : lastDayOf(period, knownOn, calendar)
  return {
    knownOn,
    reconsiderationBy: until(reconsideration),
    litigationBy: until(litigation),
    reconsiderationFirst,
    pending: [...reconsiderations, ...litigations].some(
      ({ result, year, decisionNo }, _at, all) =>
        result === 'pending' &&
        !all.some(
          (later) => later.result !== 'pending' && later.year >= year && sameDecision(later.decisionNo, decisionNo),
        ),
    ),
  }
}

/** True while a remedy can be sought, or was and has no result. */
export const remediesRun = (time: RemedyTime | null, today: PlainDate): boolean =>
  time !== null &&
  (time.pending ||
    (time.reconsiderationBy !== null && today <= time.reconsiderationBy) ||
    (time.litigationBy !== null && today <= time.litigationBy))

const sameDecision = (later: string | null, earlier: string | null): boolean => earlier === null || later === earlier

/** The day of knowing is not counted, and a last day that is not worked moves on (民法典 arts 201, 203). */
const lastDayOf = ({ length, unit }: RemedyPeriod, from: PlainDate, calendar: WorkCalendar): PlainDate => {
  const last = unit === 'day' ? addDays(from, length) : monthsAfter(from, length)
  return fromDayNumber(firstWorkdayFrom(calendar, dayNumberOf(last)))
}
