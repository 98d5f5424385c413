import type { KeyboardEvent, Ref } from 'react'
import { useEffect, useId, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Today } from '../../../contract/queries/today.ts'
import type { LegalTimeState } from '../../../domain/clock/legal-time-state.ts'
import { grouped } from '../../i18n/counts.ts'
import { legalTimeLook } from '../../ui/legal-time-badge.tsx'
import { Mark, type MarkName } from '../../ui/mark.tsx'
import { moveActive } from '../../ui/move-active.ts'
import type { QueueLine } from './queue-lines.ts'
import { CaseLine, ConflictLine } from './queue-line.tsx'

export interface QueueTableHandle {
  readonly focus: () => void
}

export interface QueueTableProps {
  readonly today: Today
  readonly lines: readonly QueueLine[]
  readonly center: string
  readonly day: string
  readonly selectedId: string | null
  readonly onSelect: (line: QueueLine) => void
  readonly onOpen: (line: QueueLine) => void
  /** Opens the case with the form of its next act. */
  readonly onAct: (line: QueueLine) => void
  readonly onMore: () => void
  readonly ref?: Ref<QueueTableHandle>
}

/** The queue in its parts. One stop for Tab; ↑ ↓ move, Enter opens; what was dealt with stays where it stood. */
export function QueueTable({ ref, ...props }: QueueTableProps) {
  const { t } = useTranslation(['today', 'terms'])
  const { today, lines, selectedId } = props
  const id = useId()
  const scroll = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => ({ focus: () => scroll.current?.focus() }), [])
  const active = lines.findIndex((line) => line.id === selectedId)
  const rowId = (line: QueueLine) => `${id}-${line.id}`
  useEffect(() => {
    if (selectedId !== null) document.getElementById(`${id}-${selectedId}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, selectedId])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const current = lines[active]
    if (event.key === 'Enter' && event.target === event.currentTarget && current !== undefined) {
      event.preventDefault()
      return props.onOpen(current)
    }
    const next = moveActive(event.key, active, lines.length)
    const line = next === null ? undefined : lines[next]
    if (line === undefined) return
    event.preventDefault()
    props.onSelect(line)
  }
  const line = (each: QueueLine) => {
    const shared = {
      id: rowId(each),
      selected: each.id === selectedId,
      onSelect: () => props.onSelect(each),
      onOpen: () => props.onOpen(each),
      onAct: () => props.onAct(each),
    }
    return each.kind === 'case' ? (
      <CaseLine key={each.id} {...shared} row={each.row} center={props.center} day={props.day} />
    ) : (
      <ConflictLine key={each.id} {...shared} row={each.row} center={props.center} />
    )
  }
  const conflicts = lines.filter(({ kind }) => kind === 'conflict')
  return (
    <div
      ref={scroll}
      className="queue"
      role="grid"
      tabIndex={0}
      aria-label={t('queue')}
      aria-activedescendant={active >= 0 && lines[active] !== undefined ? rowId(lines[active]) : undefined}
      onKeyDown={onKeyDown}
    >
      {today.groups.map(({ group, rows, total, more }) => (
        <div key={group} role="rowgroup" aria-labelledby={`${id}-${group}`}>
          <Head
            id={`${id}-${group}`}
            mark={isTime(group) ? legalTimeLook[group].mark : stateMarks[group]}
            tone={isTime(group) ? legalTimeLook[group].text : ''}
            title={t(`groups.${group}`)}
            count={more ? t('countMore', { n: grouped(total) }) : grouped(total)}
          />
          {lines.filter((each) => each.kind === 'case' && each.group === group).map(line)}
          {total <= rows.filter(({ handledAt }) => handledAt === null).length ? null : (
            <div role="row" className="queue-more">
              <div role="gridcell">
                <button type="button" className="link" onClick={props.onMore}>
                  {t('more', { n: grouped(rows.length) })}
                </button>
              </div>
            </div>
          )}
        </div>
      ))}
      {conflicts.length === 0 ? null : (
        <div role="rowgroup" aria-labelledby={`${id}-conflicts`}>
          <Head
            id={`${id}-conflicts`}
            mark="diamond"
            tone=""
            title={t('groups.conflicts')}
            count={grouped(conflicts.length)}
          />
          {conflicts.map(line)}
        </div>
      )}
    </div>
  )
}

interface HeadProps {
  readonly id: string
  readonly mark: MarkName
  readonly tone: string
  readonly title: string
  readonly count: string
}

function Head({ id, mark, tone, title, count }: HeadProps) {
  return (
    <div role="row" className="queue-head">
      <div role="rowheader" id={id}>
        <span className={tone}>
          <Mark name={mark} /> <b>{title}</b>
        </span>
        <span className="n">{count}</span>
      </div>
    </div>
  )
}

type Group = Today['groups'][number]['group']

const isTime = (group: Group): group is Group & LegalTimeState => Object.hasOwn(legalTimeLook, group)

const stateMarks: Record<Exclude<Group, LegalTimeState>, MarkName> = { waiting: 'dash', ready: 'done', to_do: 'cross' }
