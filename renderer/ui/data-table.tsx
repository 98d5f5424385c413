import { columnVisibilityFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { useCallback, useEffect, useId, useImperativeHandle, useMemo, useRef } from 'react'
import { Icon } from './icon.tsx'
import { cellClass, gridTemplate, visibleAt, type DataColumn } from './data-column.ts'
import { DataRow } from './data-row.tsx'
import { moveActive } from './move-active.ts'
import { useWidth } from './use-width.ts'
import './data-table.css'

export interface DataTableHandle {
  readonly focus: () => void
}

export interface DataTableProps<T extends object> {
  readonly label: string
  readonly columns: readonly DataColumn<T>[]
  /** Rows at hand, in order; more may follow (`onNearEnd`). */
  readonly rows: readonly T[]
  readonly rowId: (row: T) => string
  /** Rows in all when known; -1 = there are more than anybody counted. */
  readonly rowCount: number
  readonly selectedId: string | null
  readonly onSelect: (row: T) => void
  readonly onOpen: (row: T) => void
  /** A character was pressed: focusing a search field here lets it be typed there. */
  readonly onType?: () => void
  /** Called when the end of `rows` comes into sight. */
  readonly onNearEnd?: () => void
  /** Shown in place of the rows: why there are none. */
  readonly empty?: ReactNode
  readonly rowHeight?: number
  readonly ref?: Ref<DataTableHandle>
}

const features = tableFeatures({ columnVisibilityFeature })

/**
 * A long list that draws only what is in sight. One stop for Tab; ↑ ↓ PageUp PageDown Home End move, Enter opens. The
 * selection follows the focus, and both are told by `aria-activedescendant`, so a row that scrolls away takes no focus along.
 */
export function DataTable<T extends object>({ ref, ...props }: DataTableProps<T>) {
  const { columns, rows, rowId, selectedId, rowHeight = 32 } = props
  const id = useId()
  const scroll = useRef<HTMLDivElement>(null)
  const width = useWidth(scroll)
  useImperativeHandle(ref, () => ({ focus: () => scroll.current?.focus() }), [])

  const columnVisibility = useMemo(() => visibleAt(columns, width), [columns, width])
  const definitions = useMemo<ColumnDef<typeof features, T>[]>(
    () => columns.map(({ id: columnId, header }) => ({ id: columnId, header })),
    [columns],
  )
  const table = useTable({ features, columns: definitions, data: rows, getRowId: rowId, state: { columnVisibility } })
  const columnById = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])
  const visible = useMemo(
    () => columns.filter((column) => columnVisibility[column.id] === true),
    [columns, columnVisibility],
  )
  const template = gridTemplate(visible)

  const model = table.getRowModel().rows
  const virtual = useVirtualizer({
    count: model.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => model[index]?.id ?? index,
    overscan: 8,
    // A frame that waits for the rows to be drawn comes late; those drawn beyond the edge bridge it.
    useFlushSync: false,
    // The head covers the first rows of the scroll area.
    scrollPaddingStart: headHeight,
    paddingStart: 0,
  })
  const items = virtual.getVirtualItems()
  // Rows keep what they were drawn with, so what they call must not change.
  const newest = useRef(props)
  useEffect(() => {
    newest.current = props
  })
  const select = useCallback((row: T) => newest.current.onSelect(row), [])
  const open = useCallback((row: T) => newest.current.onOpen(row), [])
  const active = selectedId === null ? -1 : model.findIndex((row) => row.id === selectedId)

  const lastSeen = items.at(-1)?.index ?? -1
  const { onNearEnd } = props
  useEffect(() => {
    if (lastSeen >= 0 && lastSeen >= model.length - nearEnd) onNearEnd?.()
  }, [lastSeen, model.length, onNearEnd])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const current = active === -1 ? undefined : model[active]
    if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault()
      return props.onOpen(current.original)
    }
    // `Process` is what a Chinese input method sends for its first key.
    if ((event.key.length === 1 && event.key !== ' ') || event.key === 'Process') return props.onType?.()
    const page = Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1)
    const next = moveActive(event.key, active, model.length, page)
    const row = next === null ? undefined : model[next]
    if (next === null || row === undefined) return
    event.preventDefault()
    virtual.scrollToIndex(next)
    props.onSelect(row.original)
  }
  // Whoever comes in with Tab finds the selection in sight, or the first row selected.
  const onFocus = () => {
    if (active >= 0) return virtual.scrollToIndex(active)
    const first = model[0]
    if (first !== undefined) props.onSelect(first.original)
  }

  return (
    <div className="dt">
      <div
        ref={scroll}
        className={`dt-scroll ${model.length === 0 ? 'without-rows' : ''}`}
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={props.rowCount < 0 ? -1 : props.rowCount + 1}
        aria-colcount={columns.length}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        <div className="dt-row dt-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
          {table.getHeaderGroups()[0]?.headers.map((header) => (
            <div
              key={header.id}
              role="columnheader"
              className={cellClass(columnById.get(header.column.id))}
              aria-sort={columnById.get(header.column.id)?.sorted}
            >
              <table.FlexRender header={header} />
              <SortIcon sorted={columnById.get(header.column.id)?.sorted} />
            </div>
          ))}
        </div>
        <div className="dt-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = model[item.index]
            return row === undefined ? null : (
              <DataRow
                key={row.id}
                row={row.original}
                columns={visible}
                template={template}
                id={`${id}-${item.index}`}
                index={item.index}
                start={item.start}
                height={rowHeight}
                selected={row.id === selectedId}
                onSelect={select}
                onOpen={open}
              />
            )
          })}
        </div>
      </div>
      {model.length === 0 ? <div className="dt-empty">{props.empty}</div> : null}
    </div>
  )
}

function SortIcon({ sorted }: { readonly sorted: 'ascending' | 'descending' | undefined }) {
  return sorted === undefined ? null : <Icon name={sorted === 'ascending' ? 'down' : 'up'} className="dt-sort" />
}

const headHeight = 28
/** Rows before the end at which the next page is asked for. */
const nearEnd = 20
