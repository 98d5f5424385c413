import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskLine } from '../../../contract/queries/disclosure.ts'
import { type LimitTime, limitTimeOf } from '../../../domain/clock/limit-time.ts'
import { fenToDecimal } from '../../../domain/fees/money.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { shortDateWithWeekday } from '../../i18n/dates.ts'
import { timeThresholds } from '../../time-thresholds.ts'
import { Badge } from '../../ui/badge.tsx'
import type { DataColumn } from '../../ui/data-column.ts'
import { LegalTimeBadge, legalTimeLook } from '../../ui/legal-time-badge.tsx'
import { workCalendar } from '../../work-calendar.ts'
import type { DisclosureTab } from './model/disclosure-view.ts'

type Text = TFunction<'disclosure'>

const timeOf = (line: DeskLine, today: PlainDate): LimitTime =>
  limitTimeOf(
    {
      clockStart: line.clockStart,
      statutoryDue: line.statutoryDue,
      promisedDue: null,
      closedOn: line.closedOn,
    },
    today,
    workCalendar(),
    timeThresholds(),
  )

/** The columns of a tab; `center` = the prefix that all numbers share. */
export const useDeskColumns = (
  tab: Exclude<DisclosureTab, 'register'>,
  center: string,
  today: PlainDate,
): readonly DataColumn<DeskLine>[] => {
  const { t } = useTranslation(['disclosure', 'terms'])
  return useMemo(() => {
    const head: readonly DataColumn<DeskLine>[] = [
      {
        id: 'caseNo',
        header: t('columns.caseNo'),
        width: 150,
        cell: (line) => <span className="num">{shortNo(line.caseNo, center)}</span>,
      },
      {
        id: 'subject',
        header: t('columns.subject'),
        width: 'grow',
        cell: (line) => (
          <span className="bd-two">
            <span className="ell">{line.subject}</span>
            <small className="ell">{[line.applicant || t('terms:nameless'), line.organ].join(' · ')}</small>
          </span>
        ),
      },
    ]
    switch (tab) {
      case 'work':
        return [
          ...head,
          {
            id: 'place',
            header: t('columns.place'),
            width: 144,
            from: 860,
            cell: ({ place }) => (place === null ? null : <Badge>{t(`places.${place}`)}</Badge>),
          },
          {
            id: 'wait',
            header: t('columns.wait'),
            width: 104,
            from: 700,
            cell: ({ waitUntil }) => <Day day={waitUntil} late={waitUntil !== null && waitUntil < today} />,
          },
          {
            id: 'time',
            header: t('columns.time'),
            width: 104,
            cell: (line) => <LegalTimeBadge state={timeOf(line, today).state} />,
          },
          {
            id: 'due',
            header: t('columns.due'),
            width: 118,
            cell: ({ statutoryDue, provisional }) => (
              <span className="num">
                {statutoryDue === null ? t('none') : shortDateWithWeekday(statutoryDue)}
                {provisional ? <span className="due-guess"> {t('provisional')}</span> : null}
              </span>
            ),
          },
          {
            id: 'left',
            header: t('columns.left'),
            width: 70,
            align: 'right',
            from: 480,
            cell: (line) => <Left time={timeOf(line, today)} />,
          },
        ]
      case 'fees':
        return [
          ...head,
          {
            id: 'fen',
            header: t('columns.fen'),
            width: 90,
            align: 'right',
            cell: ({ fee }) => <span className="num">{fee === null ? t('none') : fenToDecimal(fee.fen)}</span>,
          },
          {
            id: 'noticeOn',
            header: t('columns.noticeOn'),
            width: 100,
            from: 560,
            cell: ({ fee }) => <Day day={fee?.noticeOn ?? null} />,
          },
          {
            id: 'payBy',
            header: t('columns.payBy'),
            width: 104,
            cell: ({ fee }) => <Day day={fee?.payBy ?? null} late={isUnpaid(fee, today)} />,
          },
          {
            id: 'paid',
            header: t('columns.paid'),
            width: 120,
            cell: (line) => <span className="small">{paidText(line, today, t)}</span>,
          },
        ]
      case 'remedies':
        return [
          ...head,
          {
            id: 'knownOn',
            header: t('columns.knownOn'),
            width: 104,
            from: 620,
            cell: ({ remedies }) => <Day day={remedies?.knownOn ?? null} />,
          },
          {
            id: 'reconsideration',
            header: t('columns.reconsideration'),
            width: 116,
            cell: ({ remedies }) => <Until day={remedies?.reconsiderationBy ?? null} today={today} />,
          },
          {
            id: 'litigation',
            header: t('columns.litigation'),
            width: 116,
            cell: ({ remedies }) =>
              remedies?.reconsiderationFirst === true ? (
                <span className="small muted">{t('remedies.first')}</span>
              ) : (
                <Until day={remedies?.litigationBy ?? null} today={today} />
              ),
          },
          {
            id: 'pending',
            header: t('columns.pending'),
            width: 92,
            from: 520,
            cell: ({ remedies }) => (
              <span className="small">{t(remedies?.pending === true ? 'remedies.pending' : 'remedies.notSought')}</span>
            ),
          },
        ]
    }
  }, [t, tab, center, today])
}

function Day({ day, late = false }: { readonly day: PlainDate | null; readonly late?: boolean }) {
  const { t } = useTranslation('disclosure')
  if (day === null) return <span className="faint">{t('none')}</span>
  return (
    <span className="num">
      {shortDateWithWeekday(day)}
      {late ? <b> {t('passed')}</b> : null}
    </span>
  )
}

/** A day on which a right of the applicant ends. */
function Until({ day, today }: { readonly day: PlainDate | null; readonly today: PlainDate }) {
  const { t } = useTranslation('disclosure')
  if (day === null) return <span className="faint">{t('none')}</span>
  return <span className="num">{day < today ? t('remedies.over') : day}</span>
}

function Left({ time }: { readonly time: LimitTime }) {
  const { t } = useTranslation('disclosure')
  if (time.left === null) return <span className="faint">{t('none')}</span>
  const words =
    time.left === 0
      ? t('left.today')
      : time.left < 0
        ? t('left.over', { n: -time.left })
        : t('left.days', { n: time.left })
  return <span className={legalTimeLook[time.state].text}>{words}</span>
}

const isUnpaid = (fee: DeskLine['fee'], today: PlainDate): boolean =>
  fee !== null && fee.paidOn === null && fee.cancelledOn === null && fee.payBy !== null && fee.payBy < today

const paidText = ({ fee }: DeskLine, today: PlainDate, t: Text): string => {
  if (fee === null) return ''
  if (fee.cancelledOn !== null) return t('fees.cancelled')
  if (fee.paidOn !== null) return t('fees.paidOn', { date: fee.paidOn.slice(5) })
  return t(fee.payBy === null ? 'fees.notArrived' : isUnpaid(fee, today) ? 'fees.overdue' : 'fees.unpaid')
}

/** Without what all numbers of the center share. */
export const shortNo = (caseNo: string, center: string): string =>
  center !== '' && caseNo.startsWith(`${center}-`) ? caseNo.slice(center.length + 1) : caseNo
