import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { recordWords } from '../../../contract/words/record-words.ts'
import { levelWords, occasionWords, taskWords } from '../../../contract/words/supervision-words.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { shortDateWithWeekday } from '../../i18n/dates.ts'
import { Badge } from '../../ui/badge.tsx'
import type { DataColumn } from '../../ui/data-column.ts'
import type { BoardRow, BoardTab } from './model/board-state.ts'
import { signalLook } from './signal-look.ts'

type Text = TFunction<'supervision'>

/** The columns of a tab; `center` = the prefix that all numbers share. */
export const useBoardColumns = (tab: BoardTab, center: string): readonly DataColumn<BoardRow>[] => {
  const { t } = useTranslation(['supervision', 'terms'])
  return useMemo(() => {
    const number: DataColumn<BoardRow> = {
      id: 'caseNo',
      header: t('columns.caseNo'),
      width: 146,
      cell: (row) => <span className="num">{shortNo(caseNoOf(row), center) || t('none')}</span>,
    }
    const due: DataColumn<BoardRow> = {
      id: 'due',
      header: t('columns.due'),
      width: 96,
      cell: (row) => <span className="num">{dateText(dueOf(row), t)}</span>,
    }
    const late: DataColumn<BoardRow> = {
      id: 'late',
      header: t('columns.late'),
      width: 74,
      align: 'right',
      cell: (row) => <Late row={row} />,
    }
    if (tab === 'signals')
      return [
        { id: 'level', header: t('columns.level'), width: 86, cell: (row) => <Level row={row} /> },
        number,
        { id: 'matter', header: t('columns.matter'), width: 'grow', cell: (row) => <Matter row={row} /> },
        due,
        late,
        {
          id: 'rule',
          header: t('columns.rule'),
          width: 132,
          from: 760,
          cell: (row) =>
            row.kind === 'signal' ? (
              <span className="small muted">
                {row.signal.rule} {occasionWords(row.signal.occasion)}
              </span>
            ) : null,
        },
        {
          id: 'task',
          header: t('columns.task'),
          width: 84,
          cell: (row) => <span className="small">{handling(row, t)}</span>,
        },
      ]
    return [
      { id: 'kind', header: t('columns.kind'), width: 86, cell: (row) => <Level row={row} /> },
      number,
      { id: 'matter', header: t('columns.matter'), width: 'grow', cell: (row) => <Matter row={row} /> },
      {
        id: 'opened',
        header: t(tab === 'complaints' ? 'columns.arrived' : 'columns.opened'),
        width: 64,
        from: 700,
        cell: (row) => <span className="num">{openedOf(row).slice(5)}</span>,
      },
      due,
      late,
      { id: 'state', header: t('columns.state'), width: 104, cell: (row) => <State row={row} /> },
    ]
  }, [t, tab, center])
}

function Level({ row }: { readonly row: BoardRow }) {
  const { t } = useTranslation('terms')
  if (row.kind === 'complaint') return <Badge>{t('caseKind.complaint')}</Badge>
  if (row.kind === 'signal') {
    const { level } = row.signal
    return (
      <Badge tone={signalLook[level].tone} mark={signalLook[level].mark}>
        {levelWords[level]}
      </Badge>
    )
  }
  const { task } = row.task
  if (task !== 'yellow_card' && task !== 'red_card') return <Badge>{taskWords[task]}</Badge>
  const { tone, mark } = signalLook[task === 'red_card' ? 'red' : 'yellow']
  return (
    <Badge tone={tone} mark={mark}>
      {taskWords[task]}
    </Badge>
  )
}

function Matter({ row }: { readonly row: BoardRow }) {
  const { t } = useTranslation(['supervision', 'terms'])
  const { title, organ } = row.kind === 'signal' ? row.signal : row.kind === 'task' ? row.task : row.complaint
  const second =
    row.kind === 'signal'
      ? [
          organ ?? '',
          row.signal.status === null
            ? row.signal.record === null
              ? ''
              : recordWords.kind[row.signal.record]
            : t(`terms:status.${row.signal.status}`),
        ]
      : row.kind === 'task'
        ? [organ ?? '', row.task.person ?? '']
        : [organ ?? '']
  return (
    <span className="bd-two">
      <span className="ell">{title}</span>
      <small className="ell">{second.filter((part) => part !== '').join(' · ')}</small>
    </span>
  )
}

function State({ row }: { readonly row: BoardRow }) {
  const { t } = useTranslation('terms')
  if (row.kind === 'signal') return null
  return (
    <span className="small">
      {row.kind === 'task' ? recordWords.status.task[row.task.status] : t(`status.${row.complaint.status}`)}
    </span>
  )
}

function Late({ row }: { readonly row: BoardRow }) {
  const { t } = useTranslation('supervision')
  const late = row.kind === 'signal' ? row.signal.late : row.kind === 'task' ? row.task.late : row.complaint.late
  if (late === null) return <span className="faint">{t('none')}</span>
  if (late < 0) return <span>{t('late.left', { n: -late })}</span>
  const look = row.kind === 'signal' ? signalLook[row.signal.level].text : 't-amber'
  return <b className={look}>{late === 0 ? t('late.today') : t('late.over', { n: late })}</b>
}

const caseNoOf = (row: BoardRow): string =>
  (row.kind === 'signal' ? row.signal.caseNo : row.kind === 'task' ? row.task.caseNo : row.complaint.caseNo) ?? ''

const dueOf = (row: BoardRow): PlainDate | null =>
  row.kind === 'signal' ? row.signal.due : row.kind === 'task' ? row.task.due : row.complaint.due

const openedOf = (row: BoardRow): string =>
  row.kind === 'signal' ? row.signal.since : row.kind === 'task' ? row.task.openedOn : row.complaint.arrivedOn

const dateText = (date: PlainDate | null, t: Text): string => (date === null ? t('none') : shortDateWithWeekday(date))

const handling = (row: BoardRow, t: Text): string => {
  if (row.kind !== 'signal') return ''
  const { task } = row.signal
  return task === null ? t('notHandled') : recordWords.status.task[task.status]
}

/** Without what all numbers of the center share. */
export const shortNo = (caseNo: string, center: string): string =>
  center !== '' && caseNo.startsWith(`${center}-`) ? caseNo.slice(center.length + 1) : caseNo
