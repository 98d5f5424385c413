import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { workdayAfter } from '../calendar/work-calendar.ts'
import { type Refusal, refusal } from '../case/refusal.ts'
import { type PlainDate, addDays } from '../plain-date.ts'
import { licensingDays } from './licensing-days.ts'
import { gapsOf, sameChecklist } from './materials.ts'
import type { MaterialLine } from './service-intake.ts'
import { serviceRules } from './service-rules.ts'
import type { ServiceCase } from './service-state.ts'

/** 32(1)(5): complete papers, or all corrections handed in, must be accepted; with a gap they cannot be. */
export const acceptable = (materials: readonly MaterialLine[]): Refusal | null => {
  const gaps = gapsOf(materials)
  return gaps.length === 0
    ? null
    : refusal('materials_missing', { article: 'licensing:32(1)(4)', params: { count: gaps.length } })
}

/** 32(1)(4): the notice names all that is missing, once; with nothing missing there is nothing to notify. */
export const noticeable = (materials: readonly MaterialLine[]): Refusal | null =>
  gapsOf(materials).length === 0 ? refusal('materials_complete', { article: 'licensing:32(1)(5)' }) : null

/** The lines handed in are those of the case. */
export const ofCase = (state: ServiceCase, materials: readonly MaterialLine[]): Refusal | null =>
  sameChecklist(state.intake.materials, materials) ? null : refusal('materials_changed')

/** Last day for the once-only notice. */
export const noticeDue = (arrivedOn: PlainDate, calendar: WorkCalendar): PlainDate =>
  workdayAfter(calendar, arrivedOn, licensingDays.onceOnlyNotice)

/** 32(1)(4): after five working days without a notice the papers are accepted already, as of the day they arrived. */
export const inNoticeTime = (arrivedOn: PlainDate, today: PlainDate, calendar: WorkCalendar): Refusal | null => {
  const due = noticeDue(arrivedOn, calendar)
  return today > due ? refusal('notice_too_late', { article: 'licensing:32(1)(4)', params: { due } }) : null
}

/** The same the other way round: while a notice can still be given nothing counts as accepted. */
export const pastNoticeTime = (arrivedOn: PlainDate, today: PlainDate, calendar: WorkCalendar): Refusal | null => {
  const due = noticeDue(arrivedOn, calendar)
  return today > due ? null : refusal('time_not_run_out', { article: 'licensing:32(1)(4)', params: { until: due } })
}

/** 32(1)(4): all that is missing is told once; what was forgotten then cannot be asked for again. */
export const firstNotice = (state: ServiceCase): Refusal | null =>
  state.noticeOn === null
    ? null
    : refusal('second_notice', { article: 'licensing:32(1)(4)', params: { on: state.noticeOn } })

/** Last day for the papers that were asked for: as it was told, else a number of our own. */
export const correctionUntil = ({ correctBy, noticeOn, arrivedOn }: ServiceCase): PlainDate =>
  correctBy ?? addDays(noticeOn ?? arrivedOn, serviceRules.openCorrectionDays)

/** The last day that is waited for the applicant; null = nothing is waited for. */
export const waitsUntil = (state: ServiceCase): PlainDate | null => {
  switch (state.status) {
    case 'correction_wait':
    case 'prereview_wait':
      return correctionUntil(state)
    case 'intake':
      return addDays(state.prereviewPassedOn ?? state.arrivedOn, serviceRules.intakeDays)
    default:
      return null
  }
}

/** A way out that opens only when the time given has run out. */
export const timeIsUp = (until: PlainDate | null, today: PlainDate): Refusal | null =>
  until !== null && today > until ? null : refusal('time_not_run_out', { params: until === null ? {} : { until } })
