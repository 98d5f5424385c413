import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryRow } from '../../../contract/queries/catalogue.ts'
import { recordWords } from '../../../contract/words/record-words.ts'
import { shortDateWithWeekday } from '../../i18n/dates.ts'
import { Badge } from '../../ui/badge.tsx'
import type { DataColumn } from '../../ui/data-column.ts'

export const useEntryColumns = (): readonly DataColumn<EntryRow>[] => {
  const { t } = useTranslation('catalogue')
  return useMemo(
    () => [
      {
        id: 'indexNo',
        header: t('columns.indexNo'),
        width: 186,
        cell: ({ indexNo }) => <span className="num">{indexNo}</span>,
      },
      {
        id: 'title',
        header: t('columns.title'),
        width: 'grow',
        cell: ({ title, organ }) => (
          <span className="bd-two">
            <span className="ell">{title}</span>
            <small className="ell">{organ}</small>
          </span>
        ),
      },
      {
        id: 'state',
        header: t('columns.state'),
        width: 92,
        cell: ({ status }) => <Badge>{recordWords.status.publication[status]}</Badge>,
      },
      {
        id: 'madeOn',
        header: t('columns.madeOn'),
        width: 92,
        from: 760,
        cell: ({ madeOn }) => <span className="num">{madeOn}</span>,
      },
      {
        id: 'releasedOn',
        header: t('columns.releasedOn'),
        width: 92,
        from: 660,
        cell: ({ releasedOn }) =>
          releasedOn === null ? <span className="faint">{t('none')}</span> : <span className="num">{releasedOn}</span>,
      },
      {
        id: 'duty',
        header: t('columns.duty'),
        width: 150,
        from: 520,
        cell: ({ duty }) =>
          duty === null ? (
            <span className="faint">{t('none')}</span>
          ) : (
            <span className="small">
              {t(`duties.${duty.kind}`)} <span className="num">{shortDateWithWeekday(duty.due)}</span>
              {duty.late ? <b> {t('passed')}</b> : null}
            </span>
          ),
      },
    ],
    [t],
  )
}
