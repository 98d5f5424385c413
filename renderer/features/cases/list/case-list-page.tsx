import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../../contract/queries/desk.ts'
import { workCalendar } from '../../../work-calendar.ts'
import { plainDate } from '../../../../domain/plain-date.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { grouped } from '../../../i18n/counts.ts'
import { useKeys } from '../../../keyboard/keyboard-context.ts'
import { useNavigation, useStatusFact } from '../../../navigation/navigation-context.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { DataTable, type DataTableHandle } from '../../../ui/data-table.tsx'
import { AfterAMoment, Progress } from '../../../ui/progress.tsx'
import { toListedCase, useCaseColumns, type ListedCase } from './case-columns.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { ViewsDialog } from './views-dialog.tsx'
import { ColumnsDialog } from './columns-dialog.tsx'
import { useColumns } from './use-columns.ts'
import { StateCounts } from './state-counts.tsx'
import { ListEmpty } from './list-empty.tsx'
import { ListHead } from './list-head.tsx'
import { fromView, liftFilters, toViewed, type CaseListState } from './list-state.ts'
import { useCaseList } from './use-case-list.ts'
import './case-list-page.css'

export interface CaseListPageProps {
  readonly desk: Desk
  /** Kept outside: coming back from a case finds the same list, line and place. */
  readonly state: CaseListState
  readonly onStateChange: (state: CaseListState) => void
}

export function CaseListPage({ desk, state, onStateChange }: CaseListPageProps) {
  const { t } = useTranslation(['cases', 'frame'])
  const { go } = useNavigation()
  const list = useCaseList(state)
  const search = useRef<HTMLInputElement>(null)
  const table = useRef<DataTableHandle>(null)
  const [asking, setAsking] = useState<'export' | 'columns' | 'views' | null>(null)
  const chosen = useColumns()

  const today = desk.today
  const listed = useMemo(() => list.rows.map((row) => toListedCase(row, plainDate(today))), [list.rows, today])
  const center = desk.center?.code ?? ''
  const columns = useCaseColumns({
    center,
    text: state.text,
    sortedByDue: state.text.trim() === '' && state.order === 'due',
    chosen: chosen.columns,
  })
  const at = listed.findIndex(({ row }) => row.id === state.selectedId)
  const selected = listed[Math.max(at, 0)]

  const open = ({ row }: ListedCase) => {
    onStateChange({ ...state, selectedId: row.id })
    go({ page: 'case', id: row.id })
  }
  const lift = () => onStateChange(liftFilters(state))
  const focusSearch = () => {
    search.current?.focus()
    search.current?.select()
  }

  useKeys([
    { keys: '↑', run: () => table.current?.focus() },
    { keys: '↓', shown: '↑ ↓', label: t('list.keys.move'), run: () => table.current?.focus() },
    {
      keys: 'Enter',
      label: t('list.keys.open'),
      run: () => (selected === undefined ? undefined : open(selected)),
    },
    { keys: '/', label: t('list.keys.search'), run: focusSearch },
    { keys: 'F3', run: focusSearch },
    { keys: 'Ctrl K', run: focusSearch },
    { keys: 'Alt X', label: t('list.keys.lift'), run: lift },
    { keys: 'Alt E', label: t('list.keys.export'), run: () => setAsking('export') },
    { keys: 'Alt V', label: t('list.keys.views'), run: () => setAsking('views') },
    { keys: 'Alt O', label: t('list.keys.columns'), run: () => setAsking('columns') },
  ])
  const count = grouped(list.total)
  const found = !list.loaded ? '' : t(list.more ? 'list.foundMore' : 'list.found', { n: count })
  useStatusFact(
    selected === undefined
      ? ''
      : t(list.more ? 'list.positionMore' : 'list.position', { row: Math.max(at, 0) + 1, total: count }),
  )

  // Whoever comes back from a case, or searched from the top bar, goes on in the list; whoever opens it begins to type.
  const entry = useRef(state.selectedId)
  useEffect(() => {
    if (entry.current === null && state.searches === 0) search.current?.focus()
    else table.current?.focus()
  }, [state.searches])

  return (
    <div className="lib">
      <h1 className="vh">{t('list.title')}</h1>
      <ListHead
        state={state}
        onChange={onStateChange}
        found={found}
        searchRef={search}
        onEnter={() => (selected === undefined ? undefined : open(selected))}
        onDown={() => table.current?.focus()}
      />
      {list.error === null ? null : (
        <div className="lib-message">
          <Banner
            tone="problem"
            title={t('list.failed')}
            code={errorText(list.error).code}
            actions={
              <Button size="sm" onPress={list.retry}>
                {t('frame:retry')}
              </Button>
            }
          >
            {errorText(list.error).text}
          </Banner>
        </div>
      )}
      <DataTable
        ref={table}
        label={t('list.title')}
        columns={columns}
        rows={listed}
        rowId={idOf}
        rowCount={list.more ? -1 : list.total}
        selectedId={selected?.row.id ?? null}
        onSelect={({ row }) => onStateChange({ ...state, selectedId: row.id })}
        onOpen={open}
        onNearEnd={list.loadMore}
        onType={() => search.current?.focus()}
        empty={
          list.loaded ? (
            <ListEmpty state={state} onLift={lift} onNewIntake={() => go({ page: 'intake', draftId: null })} />
          ) : list.error === null ? (
            <div className="lib-message">
              <AfterAMoment>
                <Progress label={t('list.loading')} />
              </AfterAMoment>
            </div>
          ) : null
        }
      />
      <footer className="lib-foot">
        <b>{found}</b>
        {list.complete ? <StateCounts listed={listed} /> : null}
        <span className="grow" />
        <Button size="sm" variant="quiet" keys="Alt V" onPress={() => setAsking('views')}>
          {t('list.views.open')}
        </Button>
        <Button size="sm" variant="quiet" keys="Alt O" onPress={() => setAsking('columns')}>
          {t('list.columnsOf.open')}
        </Button>
        <Button size="sm" variant="quiet" keys="Alt E" onPress={() => setAsking('export')}>
          {t('list.export.open')}
        </Button>
        <span>{t('list.prefix', { center, calendar: workCalendar().id })}</span>
      </footer>
      {asking === 'export' ? (
        <ExportDialog
          state={state}
          columns={chosen.columns}
          found={found}
          today={today}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'views' ? (
        <ViewsDialog
          content={{ list: toViewed(state), columns: chosen.isUsual ? null : [...chosen.columns] }}
          onRecall={(content) => {
            setAsking(null)
            chosen.choose(content.columns)
            onStateChange(fromView(state, content))
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'columns' ? (
        <ColumnsDialog
          columns={chosen.columns}
          isUsual={chosen.isUsual}
          onChange={chosen.choose}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  )
}

const idOf = ({ row }: ListedCase): string => row.id
