import { workCalendar } from '../../../work-calendar.ts'
import type { BundleCase } from '../../../../domain/bundle/bundle-state.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { noticeDue } from '../../../../domain/service/intake-law.ts'
import type { ServiceCase } from '../../../../domain/service/service-state.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { i18n } from '../../../i18n/setup.ts'

export interface ServiceNotStarted {
  readonly kind:
    'correctionWait' | 'refused' | 'noLimit' | 'prereview' | 'papersWait' | 'withdrawn' | 'terminated' | 'voided'
  readonly detail: string
}

/** Why no clock runs in a service request. */
export const serviceNotStarted = (state: ServiceCase): ServiceNotStarted => {
  switch (state.status) {
    case 'prereview':
      return {
        kind: 'prereview',
        detail: i18n.t('cases:page.due.prereviewDetail', {
          date: dateWithWeekday(state.arrivedOn),
          by: dateWithWeekday(noticeDue(state.arrivedOn, workCalendar())),
        }),
      }
    case 'intake':
      return {
        kind: 'papersWait',
        detail: i18n.t('cases:page.due.papersDetail', {
          date: dateWithWeekday(state.prereviewPassedOn ?? state.arrivedOn),
        }),
      }
    case 'prereview_wait':
    case 'correction_wait': {
      const date = dateWithWeekday(state.noticeOn ?? state.arrivedOn)
      return {
        kind: 'correctionWait',
        detail:
          state.correctBy === null
            ? i18n.t('cases:page.due.correctionOpen', { date })
            : i18n.t('cases:page.due.correctionBy', { date, by: dateWithWeekday(state.correctBy) }),
      }
    }
    case 'refused':
      return {
        kind: 'refused',
        detail: i18n.t('cases:page.due.refusedOn', { date: dateWithWeekday(state.closedOn ?? state.arrivedOn) }),
      }
    case 'withdrawn':
    case 'terminated':
    case 'voided':
      return { kind: state.status, detail: endedOn(state.closedOn ?? state.arrivedOn) }
    case 'accepted':
    case 'examining':
    case 'special':
    case 'suspended':
    case 'decided':
    case 'certified':
    case 'delivering':
    case 'delivered':
    case 'closed':
      return { kind: 'noLimit', detail: '' }
  }
}

/** The time of a bundle begins when every part is accepted. */
export const bundleNotStarted = (state: BundleCase): ServiceNotStarted =>
  state.status === 'withdrawn' || state.status === 'voided'
    ? { kind: state.status, detail: endedOn(state.closedOn ?? state.arrivedOn) }
    : state.clockStart === null
      ? {
          kind: 'correctionWait',
          detail: i18n.t('cases:page.due.correctionOpen', { date: dateWithWeekday(state.arrivedOn) }),
        }
      : { kind: 'noLimit', detail: '' }

const endedOn = (date: PlainDate): string => i18n.t('cases:page.due.endedOn', { date: dateWithWeekday(date) })
