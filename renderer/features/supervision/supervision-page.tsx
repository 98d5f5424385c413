import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk, User } from '../../../contract/queries/desk.ts'
import { plainDate } from '../../../domain/plain-date.ts'
import { clockTime } from '../../i18n/dates.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { useNavigation, useStatusFact } from '../../navigation/navigation-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable, type DataTableHandle } from '../../ui/data-table.tsx'
import { RunWaiting } from '../../ui/run-waiting.tsx'
import { useToast } from '../../ui/toast-store.ts'
import { AllCardsDialog } from './all-cards-dialog.tsx'
import { useBoardColumns } from './board-columns.tsx'
import { BoardTable } from './board-table.tsx'
import { ComplaintDetail } from './complaint-detail.tsx'
import { ListBar } from './list-bar.tsx'
import { BoardEmpty } from './board-empty.tsx'
import { type BoardRow, type BoardView, boardTabs, isCardable, shownRows } from './model/board-state.ts'
import type { TaskDraft } from './model/task-form.ts'
import { PageHead } from './page-head.tsx'
import { SampleDialog } from './sample-dialog.tsx'
import { SignalDetail } from './signal-detail.tsx'
import { TaskDetail } from './task-detail.tsx'
import { TaskDialog, type TaskForm } from './task-dialog.tsx'
import { formForComplaint } from './task-forms.ts'
import { useBoard } from './use-board.ts'
import '../../ui/board.css'
import './supervision.css'

export interface SupervisionPageProps {
  readonly desk: Desk
  readonly user: User
  /** Kept outside: coming back from a case finds the same list and line. */
  readonly view: BoardView
  readonly onView: (view: BoardView) => void
}

/** 电子监察: what is near its limit or past it, what was done about it, and who owes an answer. */
export function SupervisionPage({ desk, user, view, onView }: SupervisionPageProps) {
  const { t } = useTranslation(['supervision', 'frame'])
  const host = useHost()
  const toast = useToast()
  const { go } = useNavigation()
  const { board, added, join, refresh, busy, error, ...run } = useBoard()
  const sync = useQuery({ queryKey: ['sync', 'status'], queryFn: () => host.sync.status() })
  const table = useRef<DataTableHandle>(null)
  const filter = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const [form, setForm] = useState<TaskForm | null>(null)
  const [dialog, setDialog] = useState<'sample' | 'all' | null>(null)
  const [drafts, setDrafts] = useState<Readonly<Record<string, TaskDraft>>>({})
  const today = plainDate(desk.today)
  const center = desk.center?.code ?? ''
  const columns = useBoardColumns(view.tab, center)
  const rows = useMemo(() => (board === null ? [] : shownRows(board, view)), [board, view])
  const at = rows.findIndex(({ id }) => id === view.selected[view.tab])
  const current = rows[Math.max(at, 0)]
  const maySupervise = user.role === 'supervisor' || user.role === 'head'
  const cardable = rows.flatMap((row) => (row.kind === 'signal' && isCardable(row.signal) ? [row.signal] : []))

  const select = (row: BoardRow) => onView({ ...view, selected: { ...view.selected, [view.tab]: row.id } })
  const openCase = (caseId: string) => {
    if (current !== undefined) select(current)
    go({ page: 'case', id: caseId })
  }
  const openRow = (row: BoardRow | undefined) => {
    if (row === undefined) return
    const caseId =
      row.kind === 'signal' ? row.signal.caseId : row.kind === 'task' ? row.task.caseId : row.complaint.caseId
    if (caseId !== null) openCase(caseId)
  }
  const turn = (by: 1 | -1) => {
    const next = boardTabs[(boardTabs.indexOf(view.tab) + by + boardTabs.length) % boardTabs.length]
    if (next !== undefined) onView({ ...view, tab: next })
  }
  const lift = () => onView({ ...view, key: null, text: '', levels: [], openOnly: false })
  const closed = () => {
    setForm(null)
    setDialog(null)
    refresh()
  }
  const done = () => {
    if (form !== null) {
      const { key } = form
      setDrafts((all) => Object.fromEntries(Object.entries(all).filter(([name]) => name !== key)))
      toast({ kind: 'done', text: t('acts.done', { act: form.label }) })
    }
    closed()
  }

  useKeys([
    { keys: '↑', run: () => table.current?.focus() },
    { keys: '↓', shown: '↑ ↓', label: t('keys.move'), run: () => table.current?.focus() },
    { keys: 'Enter', label: t('keys.open'), run: () => openRow(current) },
    { keys: '[', run: () => turn(-1) },
    { keys: ']', shown: '[ ]', label: t('keys.tab'), run: () => turn(1) },
    { keys: '/', run: () => filter.current?.focus() },
    {
      keys: 'D',
      label: t('keys.by'),
      run: () => onView({ ...view, by: view.by === 'organs' ? 'windows' : 'organs', key: null }),
    },
    ...(maySupervise ? [{ keys: 'X', run: () => setDialog('sample') }] : []),
    ...(added > 0 ? [{ keys: 'N', label: t('keys.join'), run: join }] : []),
    { keys: 'R', run: refresh },
    { keys: 'Alt X', run: lift },
  ])
  useStatusFact(current === undefined ? '' : t('fact', { row: Math.max(at, 0) + 1, n: rows.length }))
  const loaded = board !== null
  useEffect(() => {
    if (loaded) table.current?.focus()
  }, [loaded, view.tab])

  const failure =
    error === null ? null : (
      <Banner
        tone="problem"
        title={t('failed')}
        code={errorText(error).code}
        actions={
          <Button size="sm" onPress={refresh}>
            {t('frame:retry')}
          </Button>
        }
      >
        {errorText(error).text}
      </Banner>
    )
  if (board === null) {
    return (
      <div className="bd">
        <header className="bd-head">
          <h1>{t('title')}</h1>
        </header>
        <div className="bd-message">
          {failure ?? (
            <RunWaiting
              run={{ ...run, busy, read: refresh }}
              loading={t('loading')}
              stopped={t('stopped')}
              again={t('refresh')}
            />
          )}
        </div>
      </div>
    )
  }
  return (
    <div className="bd">
      <PageHead
        board={board}
        added={added}
        busy={busy}
        maySample={maySupervise}
        onJoin={join}
        onSample={() => setDialog('sample')}
        onRefresh={refresh}
      />
      {failure === null && sync.data?.state !== 'offline' ? null : (
        <div className="bd-message">
          {failure}
          {sync.data?.state === 'offline' ? (
            <p className="small muted" role="status">
              {t('offline', {
                time: sync.data.lastContactAt === null ? t('none') : clockTime(sync.data.lastContactAt),
              })}
            </p>
          ) : null}
        </div>
      )}
      <div className="sv-cols">
        <div className="sv-left">
          <BoardTable board={board} view={view} onView={onView} />
          <section className="panel bd-list" aria-label={t(`tabs.${view.tab}`)}>
            <ListBar
              board={board}
              view={view}
              onView={onView}
              filterRef={filter}
              onDown={() => table.current?.focus()}
              cards={maySupervise && view.tab === 'signals' ? cardable.length : 0}
              onAll={() => setDialog('all')}
            />
            <DataTable
              ref={table}
              label={t(`tabs.${view.tab}`)}
              columns={columns}
              rows={rows}
              rowId={({ id }) => id}
              rowCount={rows.length}
              rowHeight={40}
              selectedId={current?.id ?? null}
              onSelect={select}
              onOpen={openRow}
              empty={<BoardEmpty view={view} onLift={lift} />}
            />
          </section>
        </div>
        <aside className="panel bd-detail" aria-label={t('columns.task')}>
          {current === undefined ? (
            <p className="bd-detail-body muted">{t('detail.none')}</p>
          ) : current.kind === 'signal' ? (
            <SignalDetail
              key={current.id}
              signal={current.signal}
              limits={board.limits}
              role={user.role}
              today={today}
              onForm={setForm}
              onOpen={openCase}
            />
          ) : current.kind === 'task' ? (
            <TaskDetail
              key={current.id}
              row={current.task}
              role={user.role}
              today={today}
              onForm={setForm}
              onOpen={openCase}
            />
          ) : (
            <ComplaintDetail
              key={current.id}
              complaint={current.complaint}
              role={user.role}
              onFollow={(label) => setForm(formForComplaint(current.complaint, board.limits, label))}
              onOpen={openCase}
            />
          )}
        </aside>
      </div>
      {form === null ? null : (
        <TaskDialog
          form={form}
          today={today}
          draft={drafts[form.key] ?? form.draft}
          onDraft={(draft) => setDrafts((all) => ({ ...all, [form.key]: draft }))}
          onClose={() => setForm(null)}
          onDone={done}
        />
      )}
      {dialog === 'sample' ? (
        <SampleDialog limits={board.limits} today={today} onClose={() => setDialog(null)} onDone={closed} />
      ) : null}
      {dialog === 'all' ? (
        <AllCardsDialog signals={cardable} limits={board.limits} onClose={() => setDialog(null)} onDone={closed} />
      ) : null}
    </div>
  )
}
