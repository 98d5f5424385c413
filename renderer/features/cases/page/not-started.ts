import type { CaseState } from '../../../../domain/case/case-state.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { i18n } from '../../../i18n/setup.ts'

/** Why no clock runs, in a word and a line. */
export interface NotStarted {
  readonly kind: 'correctionWait' | 'awaitingConfirm' | 'refused' | 'noLimit'
  readonly detail: string
}

export const notStartedReason = (state: CaseState): NotStarted => {
  switch (state.status) {
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
    case 'awaiting_confirm':
      return {
        kind: 'awaitingConfirm',
        detail: i18n.t('cases:page.due.arrived', { date: dateWithWeekday(state.arrivedOn) }),
      }
    case 'refused':
      return {
        kind: 'refused',
        detail: i18n.t('cases:page.due.refusedOn', { date: dateWithWeekday(state.closedOn ?? state.arrivedOn) }),
      }
    case 'accepted':
    case 'received':
      return { kind: 'noLimit', detail: '' }
  }
}
