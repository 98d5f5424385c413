import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRow } from '../../../contract/queries/cases.ts'
import type { DataColumn } from '../../ui/data-column.ts'
import { shortNo } from './desk-columns.tsx'

/** 登记台账: every request, newest first. */
export const useRegisterColumns = (center: string): readonly DataColumn<CaseRow>[] => {
  const { t } = useTranslation(['disclosure', 'terms'])
  return useMemo(() => {
    const day = (text: string | null) =>
      text === null ? <span className="faint">{t('none')}</span> : <span className="num">{text}</span>
    return [
      {
        id: 'caseNo',
        header: t('columns.caseNo'),
        width: 150,
        cell: (row) => <span className="num">{shortNo(row.caseNo, center)}</span>,
      },
      { id: 'arrived', header: t('columns.arrived'), width: 96, cell: (row) => day(row.arrivedOn) },
      {
        id: 'subject',
        header: t('columns.subject'),
        width: 'grow',
        cell: (row) => (
          <span className="bd-two">
            <span className="ell">{row.title}</span>
            <small className="ell">{[row.applicant || t('terms:nameless'), row.organ].join(' · ')}</small>
          </span>
        ),
      },
      {
        id: 'status',
        header: t('columns.status'),
        width: 118,
        cell: (row) => <span className="small">{t(`terms:status.${row.status}`)}</span>,
      },
      { id: 'due', header: t('columns.due'), width: 96, from: 620, cell: (row) => day(row.statutoryDue) },
      { id: 'closed', header: t('columns.closed'), width: 96, from: 720, cell: (row) => day(row.closedOn) },
    ]
  }, [t, center])
}
