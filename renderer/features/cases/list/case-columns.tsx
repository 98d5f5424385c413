import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseColumnId } from '../../../../contract/queries/case-library.ts'
import type { CaseRow } from '../../../../contract/queries/cases.ts'
import { timeThresholds } from '../../../time-thresholds.ts'
import { workCalendar } from '../../../work-calendar.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { shortDateWithWeekday } from '../../../i18n/dates.ts'
import type { DataColumn } from '../../../ui/data-column.ts'
import { Badge } from '../../../ui/badge.tsx'
import { LegalTimeBadge, legalTimeLook } from '../../../ui/legal-time-badge.tsx'
import { Mark } from '../../../ui/mark.tsx'
import { Marked } from '../../../ui/marked.tsx'
import { alwaysShown, usualColumns } from './usual-columns.ts'
import { findMarks } from './find-marks.ts'
import type { LimitTime } from '../../../../domain/clock/limit-time.ts'
import { rowTimeOf } from './row-time.ts'

/** A row with what is reckoned from it once, not once a cell. */
export interface ListedCase {
  readonly row: CaseRow
  readonly time: LimitTime
}

export const toListedCase = (row: CaseRow, today: PlainDate): ListedCase => ({
  row,
  time: rowTimeOf(row, today, workCalendar(), timeThresholds()),
})

export interface CaseColumnsInput {
  /** Prefix that all numbers of this center share; left out in the table. */
  readonly center: string
  readonly text: string
  readonly sortedByDue: boolean
  /** What is shown, in this order. */
  readonly chosen: readonly CaseColumnId[]
}

/** The usual columns leave by what they matter least where there is no room, those that a person has chosen from right to left. */
export const useCaseColumns = ({
  center,
  text,
  sortedByDue,
  chosen,
}: CaseColumnsInput): readonly DataColumn<ListedCase>[] => {
  const { t } = useTranslation(['cases', 'terms'])
  return useMemo(() => {
    const none = <span className="faint">{t('list.none')}</span>
    const all: readonly CaseColumn[] = [
      {
        id: 'caseNo',
        header: t('list.columns.caseNo'),
        width: 156,
        cell: ({ row }) => (
          <span className="num">
            {row.sync === 'conflict' ? (
              <span title={t('list.conflict')}>
                <Mark name="diamond" /> <span className="vh">{t('list.conflict')}</span>
              </span>
            ) : null}
            {shortCaseNo(row.caseNo, center)}
          </span>
        ),
      },
      {
        id: 'title',
        header: t('list.columns.title'),
        width: 'grow',
        cell: ({ row }) => <Marked text={row.title} marks={findMarks(row.title, text)} />,
      },
      {
        id: 'applicant',
        header: t('list.columns.applicant'),
        width: 176,
        from: 760,
        cell: ({ row }) =>
          row.applicant === '' ? (
            <span className="muted">{t('terms:nameless')}</span>
          ) : (
            <Marked text={row.applicant} marks={findMarks(row.applicant, text)} />
          ),
      },
      {
        id: 'kind',
        header: t('list.columns.kind'),
        width: 104,
        cell: ({ row }) => t(`terms:caseKind.${row.kind}`),
      },
      { id: 'organ', header: t('list.columns.organ'), width: 148, from: 980, cell: ({ row }) => row.organ },
      {
        id: 'status',
        header: t('list.columns.status'),
        width: 96,
        from: 860,
        cell: ({ row }) => t(`terms:status.${row.status}`),
      },
      {
        id: 'arrived',
        header: t('list.columns.arrived'),
        width: 96,
        cell: ({ row }) => <span className="num">{row.arrivedOn}</span>,
      },
      {
        id: 'time',
        header: t('list.columns.time'),
        width: 104,
        cell: ({ row, time }) =>
          time.state === 'not_started' && row.clockStart !== null ? (
            <Badge mark="dash">{t('terms:noLimit')}</Badge>
          ) : (
            <LegalTimeBadge state={time.state} />
          ),
      },
      {
        id: 'due',
        header: t('list.columns.due'),
        width: 118,
        ...(sortedByDue ? { sorted: 'ascending' as const } : {}),
        cell: ({ row, time }) =>
          time.due === null ? (
            none
          ) : (
            <span className="num">
              {shortDateWithWeekday(time.due)}
              {row.provisional ? <span className="due-guess"> {t('list.provisional')}</span> : null}
            </span>
          ),
      },
      {
        id: 'left',
        header: t('list.columns.left'),
        width: 72,
        align: 'right',
        from: 640,
        cell: ({ time }) =>
          time.left === null ? none : <span className={legalTimeLook[time.state].text}>{leftText(time.left, t)}</span>,
      },
      {
        id: 'limit',
        header: t('list.columns.limit'),
        width: 56,
        align: 'center',
        from: 1100,
        cell: ({ time }) => (time.limit === null ? none : t(`list.limit.${time.limit}`)),
      },
      {
        id: 'handler',
        header: t('list.columns.handler'),
        width: 88,
        cell: ({ row }) => row.handler ?? none,
      },
      {
        id: 'closed',
        header: t('list.columns.closed'),
        width: 96,
        cell: ({ row }) => (row.closedOn === null ? none : <span className="num">{row.closedOn}</span>),
      },
      {
        id: 'source',
        header: t('list.columns.source'),
        width: 70,
        align: 'center',
        from: 1180,
        cell: ({ row }) => (
          <span title={row.sync === 'pending' ? t('list.pending') : undefined}>
            {row.deviceNo}
            {row.sync === 'pending' ? (
              <>
                {' '}
                <Mark name="dash" />
                <span className="vh">{t('list.pending')}</span>
              </>
            ) : null}
          </span>
        ),
      },
    ]
    const shown = chosen.flatMap((id) => all.find((column) => column.id === id) ?? [])
    return chosen === usualColumns ? shown : fromRight(shown)
  }, [t, center, text, sortedByDue, chosen])
}

type CaseColumn = DataColumn<ListedCase> & { readonly id: CaseColumnId }

/** What always stays has its place first; of the others one stays where all before it have theirs, too. */
const fromRight = (columns: readonly CaseColumn[]): readonly CaseColumn[] => {
  const widthOf = ({ width }: CaseColumn): number => (width === 'grow' ? 200 : width)
  const stays = ({ id }: CaseColumn): boolean => alwaysShown.includes(id)
  let taken = columns.filter(stays).reduce((sum, column) => sum + widthOf(column), 0)
  return columns.map((column) => {
    if (stays(column)) return column
    taken += widthOf(column)
    return { ...column, from: taken }
  })
}

export const shortCaseNo = (caseNo: string, center: string): string =>
  center !== '' && caseNo.startsWith(`${center}-`) ? caseNo.slice(center.length + 1) : caseNo

type LeftKey = 'list.over' | 'list.days'
const leftText = (
  left: number,
  t: ((key: 'list.today') => string) & ((key: LeftKey, words: { n: number }) => string),
) => (left === 0 ? t('list.today') : left < 0 ? t('list.over', { n: -left }) : t('list.days', { n: left }))
