import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as uuidv7 } from 'uuid'
import type { Desk, User } from '../../../contract/queries/desk.ts'
import { recordWords } from '../../../contract/words/record-words.ts'
import { plainDate } from '../../../domain/plain-date.ts'
import { isLowestCategory } from '../../../domain/record/publication/categories.ts'
import type { Publication } from '../../../domain/record/publication/publication-record.ts'
import { publicationWorkflow } from '../../../domain/record/publication/workflow.ts'
import { clockTime } from '../../i18n/dates.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useSaveFile } from '../../ipc/use-save-file.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { useStatusFact } from '../../navigation/navigation-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { DataTableHandle } from '../../ui/data-table.tsx'
import { RunWaiting } from '../../ui/run-waiting.tsx'
import { useToast } from '../../ui/toast-store.ts'
import { CatalogueHead } from './catalogue-head.tsx'
import { ColumnTree } from './column-tree.tsx'
import { EntryDetail } from './entry-detail.tsx'
import { EntryDialog, type EntryForm } from './entry-dialog.tsx'
import { EntryList } from './entry-list.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { draftOfEntry } from './model/act-of-form.ts'
import type { CatalogueView } from './model/catalogue-view.ts'
import type { EntryActKind, EntryDraft } from './model/entry-fields.ts'
import { useCatalogueBoard, useEntries } from './use-catalogue.ts'
import '../../ui/board.css'
import './catalogue.css'

export interface CataloguePageProps {
  readonly desk: Desk
  readonly user: User
  /** Kept outside, as the place in a list is. */
  readonly view: CatalogueView
  readonly onView: (view: CatalogueView) => void
}

/** 主动公开目录: its columns and how fresh they are, the entries of each, and their way to the public. */
export function CataloguePage({ desk, user, view, onView }: CataloguePageProps) {
  const { t } = useTranslation(['catalogue', 'frame'])
  const host = useHost()
  const toast = useToast()
  const run = useCatalogueBoard()
  const { value: board, busy, error, read } = run
  const entries = useEntries(view)
  const saving = useSaveFile()
  const sync = useQuery({ queryKey: ['sync', 'status'], queryFn: () => host.sync.status() })
  const table = useRef<DataTableHandle>(null)
  const filter = useRef<HTMLInputElement>(null)
  const tree = useRef<HTMLDivElement>(null)
  const [form, setForm] = useState<EntryForm | null>(null)
  const [importing, setImporting] = useState(false)
  const [drafts, setDrafts] = useState<Readonly<Record<string, EntryDraft>>>({})
  const [newId, setNewId] = useState(() => uuidv7())
  const today = plainDate(desk.today)
  const { rows } = entries
  const at = rows.findIndex(({ id }) => id === view.selected)
  const current = rows[Math.max(at, 0)]
  const mayDraft = publicationWorkflow.states.none.some(({ roles }) => roles.some((role) => role === user.role))

  const select = (id: string) => onView({ ...view, selected: id })
  const begin = (kind: EntryActKind, entry: Publication | null) => {
    const organ = board?.organs[0] ?? ''
    const draft = draftOfEntry(kind, entry, {
      today,
      organ: board?.organs.length === 1 ? organ : '',
      person: user.name,
    })
    const category = view.category !== null && isLowestCategory(view.category) ? view.category : ''
    setForm({
      key: `${kind} ${entry?.id ?? 'new'}`,
      kind,
      recordId: entry?.id ?? newId,
      entry,
      draft: entry === null ? { ...draft, category } : draft,
    })
  }
  const draftNew = () => (mayDraft ? begin('publication.draft', null) : undefined)
  const done = (recordId: string) => {
    if (form === null) return
    setDrafts((all) => Object.fromEntries(Object.entries(all).filter(([name]) => name !== form.key)))
    toast({ kind: 'done', text: t('form.done', { act: recordWords.act[form.kind] }) })
    if (form.entry === null) {
      setNewId(uuidv7())
      select(recordId)
    }
    setForm(null)
    read()
  }
  const lift = () => onView({ ...view, text: '', statuses: [], owedOnly: false })
  const save = () =>
    saving.save((folder, signal) =>
      host.catalogue.save(
        {
          category: view.category,
          text: view.text.trim(),
          statuses: [...view.statuses],
          owedOnly: view.owedOnly,
          folder,
        },
        { signal },
      ),
    )

  useKeys([
    { keys: '↑', run: () => table.current?.focus() },
    { keys: '↓', shown: '↑ ↓', label: t('keys.move'), run: () => table.current?.focus() },
    { keys: 'C', label: t('keys.tree'), run: () => tree.current?.focus() },
    { keys: '/', run: () => filter.current?.focus() },
    ...(mayDraft
      ? [
          { keys: 'N', label: t('keys.new'), run: draftNew },
          { keys: 'I', run: () => setImporting(true) },
        ]
      : []),
    { keys: 'X', run: save },
    { keys: 'R', run: read },
    { keys: 'Alt X', run: lift },
  ])
  useStatusFact(current === undefined ? '' : t('fact', { row: Math.max(at, 0) + 1, n: rows.length }))
  const loaded = board !== null
  useEffect(() => {
    if (loaded) table.current?.focus()
  }, [loaded])

  const failed = error ?? entries.error
  return (
    <div className="bd">
      <CatalogueHead
        board={board}
        busy={busy}
        mayDraft={mayDraft}
        saving={saving}
        onNew={draftNew}
        onImport={() => setImporting(true)}
        onSave={save}
        onRefresh={read}
      />
      <div
        className="bd-message"
        hidden={
          failed === null &&
          saving.error === null &&
          sync.data?.state !== 'offline' &&
          (board?.missed.length ?? 0) === 0
        }
      >
        {failed === null ? null : (
          <Banner
            tone="problem"
            title={t('failed')}
            code={errorText(failed).code}
            actions={
              <Button size="sm" onPress={error === null ? entries.retry : read}>
                {t('frame:retry')}
              </Button>
            }
          >
            {errorText(failed).text}
          </Banner>
        )}
        {saving.error === null ? null : (
          <Banner tone="problem" title={t('saveFailed')} code={errorText(saving.error).code}>
            {errorText(saving.error).text}
          </Banner>
        )}
        {board === null || board.missed.length === 0 ? null : (
          <p className="small ct-missed" tabIndex={0}>
            {t('missed', {
              n: board.missed.length,
              what: board.missed.map(({ organ, month }) => t('missedOne', { organ, month })).join(t('join')),
            })}
          </p>
        )}
        {sync.data?.state === 'offline' ? (
          <p className="small muted" role="status">
            {t('offline', { time: sync.data.lastContactAt === null ? t('none') : clockTime(sync.data.lastContactAt) })}
          </p>
        ) : null}
      </div>
      {board === null ? (
        <div className="bd-message">
          {failed === null ? (
            <RunWaiting run={run} loading={t('loading')} stopped={t('stopped')} again={t('refresh')} />
          ) : null}
        </div>
      ) : (
        <div className="bd-cols wide-side">
          <ColumnTree
            columns={board.columns}
            view={view}
            onView={onView}
            onEnter={() => table.current?.focus()}
            treeRef={tree}
          />
          <EntryList
            entries={entries}
            view={view}
            onView={onView}
            selected={current?.id ?? null}
            onSelect={select}
            tableRef={table}
            filterRef={filter}
            onLift={lift}
            onNew={mayDraft ? draftNew : null}
          />
          <aside className="panel bd-detail" aria-label={t('detail.label')}>
            {current === undefined ? (
              <p className="bd-detail-body muted">{t('detail.none')}</p>
            ) : (
              <EntryDetail key={current.id} id={current.id} role={user.role} today={today} onAct={begin} />
            )}
          </aside>
        </div>
      )}
      {form === null ? null : (
        <EntryDialog
          form={form}
          today={today}
          lists={board?.lists ?? []}
          draft={drafts[form.key] ?? form.draft}
          onDraft={(draft) => setDrafts((all) => ({ ...all, [form.key]: draft }))}
          onClose={() => setForm(null)}
          onDone={done}
        />
      )}
      {importing ? (
        <ImportDialog
          onClose={() => setImporting(false)}
          onDone={(added) => {
            setImporting(false)
            toast({ kind: 'done', text: t('importing.done', { n: added }) })
            read()
          }}
        />
      ) : null}
    </div>
  )
}
