import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk, User } from '../../../contract/queries/desk.ts'
import type { CaseActKind } from '../../../domain/case/case-act.ts'
import type { DeskPlace } from '../../../domain/disclosure/desk-place.ts'
import { plainDate } from '../../../domain/plain-date.ts'
import { grouped } from '../../i18n/counts.ts'
import { clockTime } from '../../i18n/dates.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useSaveFile } from '../../ipc/use-save-file.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { useNavigation, useStatusFact } from '../../navigation/navigation-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { DataTableHandle } from '../../ui/data-table.tsx'
import { Progress } from '../../ui/progress.tsx'
import { RunWaiting } from '../../ui/run-waiting.tsx'
import { SegmentedRadio } from '../../ui/segmented-radio.tsx'
import { DeskList } from './desk-list.tsx'
import { type DisclosureView, countIn, disclosureTabs, shownLines, workPlaces } from './model/disclosure-view.ts'
import { PlacesNav } from './places-nav.tsx'
import { RegisterList } from './register-list.tsx'
import { RequestDetail } from './request-detail.tsx'
import { useDisclosureDesk } from './use-disclosure-desk.ts'
import { useRegister } from './use-register.ts'
import '../../ui/board.css'
import './disclosure.css'

export interface DisclosurePageProps {
  readonly desk: Desk
  readonly user: User
  /** Kept outside: coming back from a case finds the same list and line. */
  readonly view: DisclosureView
  readonly onView: (view: DisclosureView) => void
}

/** 依申请公开: what the disclosure office owes, what others owe it, what may still be gone against, and the register. */
export function DisclosurePage({ desk, user, view, onView }: DisclosurePageProps) {
  const { t } = useTranslation(['disclosure', 'frame', 'ui'])
  const host = useHost()
  const { go } = useNavigation()
  const run = useDisclosureDesk()
  const { value, busy, error, read } = run
  const register = useRegister(view, view.tab === 'register')
  const saving = useSaveFile()
  const sync = useQuery({ queryKey: ['sync', 'status'], queryFn: () => host.sync.status() })
  const table = useRef<DataTableHandle>(null)
  const filter = useRef<HTMLInputElement>(null)
  const today = plainDate(desk.today)
  const lines = value?.lines ?? []
  const shown = shownLines(lines, view)
  const ids = view.tab === 'register' ? register.rows.map(({ id }) => id) : shown.map(({ id }) => id)
  const wanted = view.selected[view.tab]
  const selected = wanted !== null && ids.includes(wanted) ? wanted : (ids[0] ?? null)

  const select = (id: string) => onView({ ...view, selected: { ...view.selected, [view.tab]: id } })
  const open = (id: string, act?: CaseActKind) => {
    if (ids.includes(id)) select(id)
    go({ page: 'case', id }, act)
  }
  const turn = (by: 1 | -1) => {
    const next = disclosureTabs[(disclosureTabs.indexOf(view.tab) + by + disclosureTabs.length) % disclosureTabs.length]
    if (next !== undefined) onView({ ...view, tab: next })
  }
  const toPlace = (place: DeskPlace | null) => onView({ ...view, place })
  const turnPlace = (by: 1 | -1) => {
    const all: readonly (DeskPlace | null)[] = [null, ...workPlaces]
    toPlace(all[(all.indexOf(view.place) + by + all.length) % all.length] ?? null)
  }
  const save = () =>
    saving.save((folder, signal) =>
      host.disclosure.save(
        {
          year: null,
          text: view.tab === 'register' ? view.text.trim() : '',
          statuses: view.tab === 'register' ? [...view.statuses] : [],
          openOnly: view.tab === 'register' && view.openOnly,
          folder,
        },
        { signal },
      ),
    )
  const lift = () => onView({ ...view, place: null, text: '', statuses: [], openOnly: false })

  useKeys([
    { keys: '↑', run: () => table.current?.focus() },
    { keys: '↓', shown: '↑ ↓', label: t('keys.move'), run: () => table.current?.focus() },
    { keys: 'Enter', label: t('keys.open'), run: () => (selected === null ? undefined : open(selected)) },
    { keys: '[', run: () => turn(-1) },
    { keys: ']', shown: '[ ]', label: t('keys.tab'), run: () => turn(1) },
    ...(view.tab === 'work'
      ? [
          { keys: ',', run: () => turnPlace(-1) },
          { keys: '.', shown: ', .', label: t('keys.place'), run: () => turnPlace(1) },
        ]
      : []),
    { keys: '/', run: () => filter.current?.focus() },
    { keys: 'X', run: save },
    { keys: 'R', run: read },
    { keys: 'Alt X', run: lift },
  ])
  const at = selected === null ? 0 : ids.indexOf(selected) + 1
  useStatusFact(at === 0 ? '' : t('fact', { row: at, n: view.tab === 'register' ? register.total : ids.length }))
  const loaded = view.tab === 'register' ? register.loaded : value !== null
  useEffect(() => {
    if (loaded) table.current?.focus()
  }, [loaded, view.tab])

  const failed = view.tab === 'register' ? register.error : error
  const retry = view.tab === 'register' ? register.retry : read
  return (
    <div className="bd">
      <header className="bd-head">
        <h1>{t('title')}</h1>
        <SegmentedRadio
          label={t('tabsLabel')}
          hideLabel
          size="sm"
          value={view.tab}
          onChange={(tab) => onView({ ...view, tab })}
          options={disclosureTabs.map((tab) => {
            const n = countIn(lines, tab)
            return { value: tab, label: n === 0 ? t(`tabs.${tab}`) : `${t(`tabs.${tab}`)} ${grouped(n)}` }
          })}
        />
        <span className="grow" />
        {saving.busy ? (
          <Progress
            label={t('saving')}
            onCancel={saving.cancel}
            {...(saving.progress === null || saving.progress.total === 0
              ? {}
              : { value: saving.progress.done, max: saving.progress.total })}
          />
        ) : (
          <Button size="sm" icon="save" keys="X" onPress={save}>
            {t('save')}
          </Button>
        )}
        <Button size="sm" icon="sync" keys="R" busy={busy && value !== null} onPress={read}>
          {t('refresh')}
        </Button>
      </header>
      <div className="bd-message" hidden={failed === null && saving.error === null && sync.data?.state !== 'offline'}>
        {failed === null ? null : (
          <Banner
            tone="problem"
            title={t('failed')}
            code={errorText(failed).code}
            actions={
              <Button size="sm" onPress={retry}>
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
        {sync.data?.state === 'offline' ? (
          <p className="small muted" role="status">
            {t('offline', { time: sync.data.lastContactAt === null ? t('none') : clockTime(sync.data.lastContactAt) })}
          </p>
        ) : null}
      </div>
      {loaded ? (
        <div className={`bd-cols ${view.tab === 'work' ? '' : 'two'}`}>
          {view.tab === 'work' ? <PlacesNav lines={lines} place={view.place} onPlace={toPlace} /> : null}
          {view.tab === 'register' ? (
            <RegisterList
              register={register}
              view={view}
              onView={onView}
              center={desk.center?.code ?? ''}
              selected={selected}
              onSelect={select}
              onOpen={open}
              tableRef={table}
              filterRef={filter}
              onLift={lift}
            />
          ) : (
            <DeskList
              tab={view.tab}
              rows={shown}
              view={view}
              onView={onView}
              center={desk.center?.code ?? ''}
              today={today}
              selected={selected}
              onSelect={select}
              onOpen={open}
              tableRef={table}
              filterRef={filter}
              onLift={lift}
            />
          )}
          <aside className="panel bd-detail" aria-label={t('detail.label')}>
            {selected === null ? (
              <p className="bd-detail-body muted">{t('detail.none')}</p>
            ) : (
              <RequestDetail key={selected} id={selected} role={user.role} today={today} onOpen={open} />
            )}
          </aside>
        </div>
      ) : (
        <div className="bd-message">
          {failed === null ? (
            <RunWaiting run={run} loading={t('loading')} stopped={t('stopped')} again={t('refresh')} />
          ) : null}
        </div>
      )}
    </div>
  )
}
