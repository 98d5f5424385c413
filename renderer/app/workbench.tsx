import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk, User } from '../../contract/queries/desk.ts'
import { searchEverything } from '../features/cases/list/list-state.ts'
import { errorText } from '../i18n/error-text.ts'
import { useHost } from '../ipc/clients.ts'
import { useConnection } from '../ipc/use-connection.ts'
import { useKeys, useScan, useShownKeys } from '../keyboard/keyboard-context.ts'
import { NavigationContext } from '../navigation/navigation-context.ts'
import { current } from '../navigation/route.ts'
import { Banner } from '../ui/banner.tsx'
import { StatusLine } from '../ui/status-line.tsx'
import { useToast } from '../ui/toast-store.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { nextLine, todayStateOn, type TodayState } from '../features/today/queue-lines.ts'
import { useToday } from '../features/today/use-today.ts'
import { clockOffWords } from '../../contract/words/clock-words.ts'
import { findCaseNo } from './find-case-no.ts'
import { ClockWarning } from './frame/clock-warning.tsx'
import type { ChosenEntry, OmniSearchHandle } from './frame/omni-search.tsx'
import { Rail } from './frame/rail.tsx'
import { routeOf, sectionOf, sections, type Section } from './frame/sections.ts'
import { TopBar } from './frame/top-bar.tsx'
import { useIdle } from './idle.ts'
import { Page } from './page.tsx'
import type { SessionMemory } from './session-memory.ts'
import { useBenchNavigation } from './use-bench-navigation.ts'
import { useTitle } from './use-title.ts'
import './frame/frame.css'

export interface WorkbenchProps {
  readonly desk: Desk
  readonly user: User
  readonly memory: SessionMemory
  readonly onMemoryChange: (change: (memory: SessionMemory) => SessionMemory) => void
  readonly onLock: () => Promise<void>
  readonly onSignOut: () => Promise<void>
}

/** The frame around every page: rail, top bar, status line, and the keys that work everywhere. */
export function Workbench({ desk, user, memory, onMemoryChange, onLock, onSignOut }: WorkbenchProps) {
  const { t } = useTranslation('frame')
  const host = useHost()
  const toast = useToast()
  const connection = useConnection()
  const sync = useQuery({ queryKey: ['sync', 'status'], queryFn: () => host.sync.status() })
  const omni = useRef<OmniSearchHandle>(null)
  const toNext = useRef<() => void>(() => undefined)
  const route = current(memory.history)
  useTitle(t('title', { page: t(`sections.${route.page}`) }))
  const { navigation, fact, endBy: end } = useBenchNavigation({ memory, onMemoryChange, toNext })
  const lock = () => end(onLock)
  const openSection = (page: Section['page']) => navigation.go(routeOf(page))
  const search = (text: string) => {
    const caseNo = findCaseNo(text)
    if (caseNo !== null) return openCase(caseNo)
    onMemoryChange((before) => ({ ...before, list: searchEverything(before.list, text) }))
    navigation.go({ page: 'cases' })
  }
  const openCase = (caseNo: string) => {
    host.cases
      .findByNo({ caseNo })
      .then((id) =>
        id === null
          ? toast({ kind: 'problem', text: t('scan.notFound', { caseNo }) })
          : navigation.go({ page: 'case', id }),
      )
      .catch((error: unknown) => toast({ kind: 'problem', ...errorText(error) }))
  }
  const choose = (entry: ChosenEntry) => {
    switch (entry.kind) {
      case 'search':
        return search(entry.text)
      case 'case':
        return navigation.go({ page: 'case', id: entry.row.id })
      case 'item':
        return navigation.go({ page: 'intake', draftId: null, itemId: entry.item.id })
      case 'page':
        return openSection(entry.section.page)
      case 'act':
        return entry.binding.run()
    }
  }
  const focusOmni = () => omni.current?.focus()

  const today = todayStateOn(memory.today, desk.today)
  const changeToday = (next: TodayState) => onMemoryChange((before) => ({ ...before, today: next }))
  const queue = useToday(today, changeToday)
  /** From any page on to the next that waits, after the case in view. */
  const openNext = () => {
    const line = nextLine(queue.lines, route.page === 'case' ? route.id : today.selectedId)
    if (line === null) return toast({ kind: 'done', text: t('nothingNext') })
    changeToday({ ...today, selectedId: line.id })
    navigation.go(line.kind === 'case' ? { page: 'case', id: line.id } : { page: 'sync' })
  }

  useLayoutEffect(() => {
    toNext.current = openNext
  })

  useIdle(desk.settings.idleMinutes * 60_000, lock)
  useScan((text) => {
    const caseNo = findCaseNo(text)
    if (caseNo !== null) openCase(caseNo)
    return caseNo !== null
  })
  useKeys([
    { keys: 'F2', label: t('keys.newIntake'), frame: true, run: () => openSection('intake') },
    { keys: 'F8', label: t('keys.next'), frame: true, run: openNext },
    { keys: 'F3', frame: true, run: focusOmni },
    { keys: 'Ctrl K', label: t('keys.search'), frame: true, run: focusOmni },
    ...sections.map(({ page, keys }, index) => ({
      keys,
      frame: true,
      run: () => openSection(page),
      ...(index === sections.length - 1 ? { label: t('keys.sections'), shown: `Alt 1–${keys.slice(-1)}` } : {}),
    })),
    {
      keys: 'Esc',
      label: t('keys.back'),
      frame: true,
      enabled: memory.history.length > 1,
      run: navigation.back,
    },
    { keys: 'Ctrl L', label: t('keys.lock'), frame: true, always: true, run: lock },
  ])

  return (
    <NavigationContext value={navigation}>
      <div className="frame">
        <TopBar
          desk={desk}
          user={user}
          omniRef={omni}
          onChoose={choose}
          onOpenSync={() => openSection('sync')}
          onLock={lock}
          onSignOut={() => end(onSignOut)}
        />
        <Rail
          current={sectionOf(route.page)}
          onGo={openSection}
          counts={{ today: queue.open ?? 0, sync: sync.data?.attention ?? 0 }}
        />
        <main className="content">
          {connection.status === 'ready' ? null : (
            <div className="content-banner">
              <Banner title={t('reconnecting')} />
            </div>
          )}
          <ClockWarning offMs={sync.data?.clockOffMs} />
          <ErrorBoundary key={JSON.stringify(route)}>
            <Page
              route={route}
              desk={desk}
              user={user}
              list={memory.list}
              onListChange={(list) => onMemoryChange((before) => ({ ...before, list }))}
              today={today}
              onTodayChange={changeToday}
              board={memory.board}
              onBoardChange={(board) => onMemoryChange((before) => ({ ...before, board }))}
              statistics={memory.statistics}
              onStatisticsChange={(statistics) => onMemoryChange((before) => ({ ...before, statistics }))}
              catalogue={memory.catalogue}
              onCatalogueChange={(catalogue) => onMemoryChange((before) => ({ ...before, catalogue }))}
              disclosure={memory.disclosure}
              onDisclosureChange={(disclosure) => onMemoryChange((before) => ({ ...before, disclosure }))}
            />
          </ErrorBoundary>
        </main>
        <FrameStatusLine fact={fact} clockOffMs={sync.data?.clockOffMs ?? null} />
      </div>
    </NavigationContext>
  )
}

function FrameStatusLine({ fact, clockOffMs }: { readonly fact: ReactNode; readonly clockOffMs: number | null }) {
  const { t } = useTranslation('frame')
  const keys = useShownKeys().map(({ keys: name, shown, label }) => ({ keys: shown ?? name, label: label ?? '' }))
  return (
    <StatusLine
      keys={keys}
      label={t('keys.label')}
      fact={clockOffMs === null ? fact : <b>{clockOffWords(clockOffMs)}</b>}
    />
  )
}
