import { dateWithWeekday } from '../i18n/dates.ts'
import { i18n } from '../i18n/setup.ts'
import type { DayCell } from './day-grid.ts'

/** A day of the ledger in words: what screen readers say and the pictures show. */
export const dayText = (cell: DayCell): string =>
  [dateWithWeekday(cell.date), kindText(cell), roleText(cell), ...endTexts(cell)]
    .filter((part) => part !== '')
    .join(i18n.t('ui:ledger.join'))

const kindText = ({ day }: DayCell): string => {
  switch (day.kind) {
    case 'holiday':
      return i18n.t('ui:ledger.day.holiday', { name: day.holidayName ?? '' })
    case 'makeup':
      return i18n.t('ui:ledger.day.makeup', { name: day.holidayName ?? '' })
    case 'weekend':
      return i18n.t('ui:ledger.day.weekend')
    case 'workday':
      return ''
  }
}

const roleText = ({ ledger }: DayCell): string => {
  switch (ledger?.role) {
    case 'start':
      return i18n.t('ui:ledger.role.start')
    case 'counted':
      return i18n.t('ui:ledger.role.counted', { n: ledger.number ?? 0 })
    case 'paused':
      return i18n.t('ui:ledger.role.paused')
    case 'superseded':
      return i18n.t('ui:ledger.role.superseded')
    case 'moved':
      return i18n.t('ui:ledger.role.moved')
    case 'rest':
    case undefined:
      return ''
  }
}

const endTexts = (cell: DayCell): readonly string[] => [
  cell.isPromised ? i18n.t('ui:ledger.legend.promised') : '',
  cell.isDue ? i18n.t('ui:ledger.legend.due') : '',
  cell.isToday ? i18n.t('ui:ledger.today') : '',
  cell.ledger !== null && !cell.day.covered ? i18n.t('ui:ledger.uncovered') : '',
]
