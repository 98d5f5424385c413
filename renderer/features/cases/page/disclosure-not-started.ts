import type { DisclosureCase } from '../../../../domain/disclosure/disclosure-state.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { i18n } from '../../../i18n/setup.ts'
import type { NotStarted } from './not-started.ts'

/** Why no clock runs for a disclosure request: only a request that is not confirmed, or was none, has none. */
export const disclosureNotStarted = (state: DisclosureCase): NotStarted =>
  state.status === 'awaiting_confirm'
    ? {
        kind: 'awaitingConfirm',
        detail: i18n.t('cases:page.due.arrived', { date: dateWithWeekday(state.arrivedOn) }),
      }
    : { kind: 'noLimit', detail: '' }
