import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConflictRow } from '../../../contract/queries/conflicts.ts'
import type { QueueRow } from '../../../contract/queries/today.ts'
import { asDate, shortDateWithWeekday, shortStamp, timeOrStamp } from '../../i18n/dates.ts'
import { operationText } from '../../i18n/operation-text.ts'
import { verdictText } from '../../i18n/sync-text.ts'
import { legalTimeLook } from '../../ui/legal-time-badge.tsx'
import { Mark } from '../../ui/mark.tsx'

interface LineProps {
  readonly id: string
  readonly selected: boolean
  readonly onSelect: () => void
  readonly onOpen: () => void
  readonly onAct: () => void
}

interface CaseLineProps extends LineProps {
  readonly row: QueueRow
  readonly center: string
  readonly day: string
}

export function CaseLine({ row, center, day, ...line }: CaseLineProps) {
  const { t } = useTranslation(['today', 'terms'])
  const date = asDate(row.day)
  return (
    <Cells {...line} handled={row.handledAt !== null}>
      <span className="num">{shortNo(row.caseNo, center)}</span>
      <span>{row.title}</span>
      <span className={row.applicant === '' ? 'muted' : ''}>
        {row.applicant === '' ? t('terms:nameless') : row.applicant}
      </span>
      <span>{t(`terms:status.${row.status}`)}</span>
      <span className="num">
        {date === null ? '' : shortDateWithWeekday(date)}
        {date !== null && row.provisional ? <span className="due-guess"> {t('provisional')}</span> : null}
      </span>
      <span className={`r ${row.handledAt === null ? legalTimeLook[row.time].text : ''}`}>{leftText(row.left, t)}</span>
      {row.handledAt === null ? (
        <Act
          text={row.next === null ? t('open') : operationText(row.next)}
          onPress={row.next === null ? line.onOpen : line.onAct}
        />
      ) : (
        <span className="r">
          <Mark name="done" /> {t('handled', { time: timeOrStamp(row.handledAt, day) })}
        </span>
      )}
    </Cells>
  )
}

interface ConflictLineProps extends LineProps {
  readonly row: ConflictRow
  readonly center: string
}

export function ConflictLine({ row, center, ...line }: ConflictLineProps) {
  const { t } = useTranslation('today')
  return (
    <Cells {...line} handled={false}>
      <span className="num">{row.caseNo === null ? '' : shortNo(row.caseNo, center)}</span>
      <span>{row.title ?? operationText(row.kind)}</span>
      <span>{operationText(row.kind)}</span>
      <span>{verdictText(row.verdict)}</span>
      <span className="num">{shortStamp(row.at)}</span>
      <span />
      <Act text={t('settle')} onPress={line.onOpen} />
    </Cells>
  )
}

function Cells({
  id,
  selected,
  onSelect,
  onOpen,
  handled,
  children,
}: Omit<LineProps, 'onAct'> & { readonly handled: boolean; readonly children: readonly ReactNode[] }) {
  return (
    // Keys are handled by the grid, which has the focus.
    <div
      id={id}
      role="row"
      aria-selected={selected}
      className={`queue-line ${handled ? 'handled' : ''}`}
      onClick={onSelect}
      onDoubleClick={onOpen}
    >
      {children.map((child, at) => (
        // The cells of a line never change their order.
        <div key={at} role="gridcell">
          {child}
        </div>
      ))}
    </div>
  )
}

/** For the mouse; the keyboard has Enter and F9. */
function Act({ text, onPress }: { readonly text: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="link queue-act" tabIndex={-1} onClick={onPress}>
      {text}
    </button>
  )
}

/** Without what all numbers of the center share. */
const shortNo = (caseNo: string, center: string): string =>
  center !== '' && caseNo.startsWith(`${center}-`) ? caseNo.slice(center.length + 1) : caseNo

type LeftKey = 'left.over' | 'left.days'
const leftText = (
  left: number | null,
  t: ((key: 'left.today') => string) & ((key: LeftKey, words: { n: number }) => string),
): string =>
  left === null
    ? ''
    : left === 0
      ? t('left.today')
      : left < 0
        ? t('left.over', { n: -left })
        : t('left.days', { n: left })
