import { type KeyboardEvent, type Ref, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnStandingRow } from '../../../contract/queries/catalogue.ts'
import { grouped } from '../../i18n/counts.ts'
import { Icon } from '../../ui/icon.tsx'
import { type CatalogueView, parentOf, visibleColumns } from './model/catalogue-view.ts'

export interface ColumnTreeProps {
  readonly columns: readonly ColumnStandingRow[]
  readonly view: CatalogueView
  readonly onView: (view: CatalogueView) => void
  readonly onEnter: () => void
  readonly treeRef: Ref<HTMLDivElement>
}

const root = ''

/** 栏目: one stop for Tab; ↑ ↓ move and narrow the list, → opens, ← closes or goes up, Enter goes on into the list. */
export function ColumnTree({ columns, view, onView, onEnter, treeRef }: ColumnTreeProps) {
  const { t } = useTranslation('catalogue')
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const visible = visibleColumns(columns, view.open)
  const codes = [root, ...visible.map(({ code }) => code)]
  const active = view.category ?? root
  const all = columns.filter(({ level }) => level === 0)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const go = (code: string | undefined) => {
    if (code !== undefined) onView({ ...view, category: code === root ? null : code })
  }
  const turn = (code: string, open: boolean) =>
    onView({ ...view, open: open ? [...view.open, code] : view.open.filter((each) => each !== code) })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const at = codes.indexOf(active)
    const column = visible.find(({ code }) => code === active)
    const isOpen = column !== undefined && view.open.includes(active)
    if (event.key === 'ArrowDown') go(codes[at + 1])
    else if (event.key === 'ArrowUp') go(codes[at - 1])
    else if (event.key === 'Home') go(root)
    else if (event.key === 'End') go(codes.at(-1))
    else if (event.key === 'ArrowRight' && column !== undefined && !column.lowest) {
      if (isOpen) go(codes[at + 1])
      else turn(active, true)
    } else if (event.key === 'ArrowLeft' && column !== undefined) {
      if (isOpen && !column.lowest) turn(active, false)
      else go(parentOf(active) ?? root)
    } else if (event.key === 'Enter') onEnter()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const itemId = (code: string) => `${id}-${code === root ? 'all' : code}`
  return (
    <div
      ref={treeRef}
      className="panel bd-side ct-tree"
      role="tree"
      tabIndex={0}
      aria-label={t('columnsLabel')}
      aria-activedescendant={itemId(active)}
      onKeyDown={onKeyDown}
    >
      <ul ref={list} role="presentation">
        <li id={itemId(root)} role="treeitem" aria-level={1} aria-selected={active === root} onClick={() => go(root)}>
          <span className="ct-turn" />
          <span className="ct-name">{t('allColumns')}</span>
          <Numbers column={sumOf(all)} />
        </li>
        {visible.map((column) => {
          const { code, title, level, lowest } = column
          const isOpen = view.open.includes(code)
          return (
            <li
              key={code}
              id={itemId(code)}
              role="treeitem"
              aria-level={level + 2}
              aria-selected={active === code}
              {...(lowest ? {} : { 'aria-expanded': isOpen })}
              className={`l${String(level)}`}
              title={title}
              onClick={() => go(code)}
            >
              <span
                className={`ct-turn ${lowest ? '' : isOpen ? 'open' : 'shut'}`}
                onClick={(event) => {
                  event.stopPropagation()
                  if (!lowest) turn(code, !isOpen)
                }}
              >
                {lowest ? null : <Icon name="down" />}
              </span>
              <span className="ct-name">
                <span className="ell">{title}</span>
                <Fresh column={column} />
              </span>
              <Numbers column={column} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** When something last came, and whether it is owed again. */
function Fresh({ column: { lastOn, owedBy, stale, source } }: { readonly column: ColumnStandingRow }) {
  const { t } = useTranslation('catalogue')
  if (lastOn === null && source === null) return null
  return (
    <small className="ell">
      {lastOn === null ? t('fresh.never') : t('fresh.last', { date: lastOn })}
      {owedBy === null ? null : stale ? (
        <b> {t('fresh.stale', { date: owedBy })}</b>
      ) : (
        ` ${t('fresh.owed', { date: owedBy })}`
      )}
    </small>
  )
}

function Numbers({ column }: { readonly column: Pick<ColumnStandingRow, 'entries' | 'late'> }) {
  const { t } = useTranslation('catalogue')
  return (
    <span className="ct-n num">
      {column.late === 0 ? null : <b>{t('fresh.late', { n: grouped(column.late) })}</b>}
      {grouped(column.entries)}
    </span>
  )
}

const sumOf = (columns: readonly ColumnStandingRow[]) => ({
  entries: columns.reduce((sum, { entries }) => sum + entries, 0),
  late: columns.reduce((sum, { late }) => sum + late, 0),
})
