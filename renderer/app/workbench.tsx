import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk, User } from '../../contract/queries/desk.ts'
import { searchEverything } from '../features/cases/list/list-state.ts'
import { errorText } from '../i18n/error-text.ts'
import { useHost } from '../ipc/clients.ts'
import { useConnection } from '../ipc/use-connection.ts'
import { useKeys, useScan, useShownKeys } from '../keyboard/keyboard-context.ts'
import { NavigationContext, type BeforeLeave, type Navigation } from '../navigation/navigation-context.ts'
import { back, current, visit, type History } from '../navigation/route.ts'
import { Banner } from '../ui/banner.tsx'
import { StatusLine } from '../ui/status-line.tsx'
import { useToast } from '../ui/toast-store.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { clockOffWords } from '../../contract/words/clock-words.ts'
import { findCaseNo } from './find-case-no.ts'
import { ClockWarning } from './frame/clock-warning.tsx'
import { Rail } from './frame/rail.tsx'
import { routeOf, sectionOf, sections, type Section } from './frame/sections.ts'
import { TopBar } from './frame/top-bar.tsx'
import { idleMinutes, useIdle } from './idle.ts'
import { Page } from './page.tsx'
import type { SessionMemory } from './session-memory.ts'
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
  const omni = useRef<HTMLInputElement>(null)
  const [fact, setFact] = useState<ReactNode>(null)
  const [beforeLeave] = useState(() => new Set<BeforeLeave>())
  const route = current(memory.history)
  useTitle(t('title', { page: t(`sections.${route.page}`) }))

  const navigation = useMemo<Navigation>(() => {
    const move = (next: (history: History) => History) => {
      leave(beforeLeave)
        .then(() => onMemoryChange((before) => ({ ...before, history: next(before.history) })))
        .catch((error: unknown) => toast({ kind: 'problem', text: t('leaveFailed'), code: errorText(error).code }))
    }
    return {
      go: (to) => move((history) => visit(history, to)),
      back: () => move(back),
      beforeLeave,
      showFact: setFact,
    }
  }, [beforeLeave, onMemoryChange, toast, t])

  const end = (act: () => Promise<void>) => {
    leave(beforeLeave)
      .then(act)
      .catch((error: unknown) => toast({ kind: 'problem', text: t('lockFailed'), code: errorText(error).code }))
  }
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
  const focusOmni = () => omni.current?.focus()

  useIdle(idleMinutes * 60_000, lock)
  useScan((text) => {
    const caseNo = findCaseNo(text)
    if (caseNo !== null) openCase(caseNo)
    return caseNo !== null
  })
  useKeys([
    { keys: 'F2', label: t('keys.newIntake'), frame: true, run: () => openSection('intake') },
    { keys: 'F3', frame: true, run: focusOmni },
    { keys: 'Ctrl K', label: t('keys.search'), frame: true, run: focusOmni },
    ...sections.map(({ page, keys }, index) => ({
      keys,
      frame: true,
      run: () => openSection(page),
      ...(index === sections.length - 1 ? { label: t('keys.sections'), shown: `Alt 1–${sections.length}` } : {}),
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
          onSearch={search}
          onOpenSync={() => openSection('sync')}
          onLock={lock}
          onSignOut={() => end(onSignOut)}
        />
        <Rail current={sectionOf(route.page)} onGo={openSection} attention={sync.data?.attention ?? 0} />
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
            />
          </ErrorBoundary>
        </main>
        <FrameStatusLine fact={fact} clockOffMs={sync.data?.clockOffMs ?? null} />
      </div>
    </NavigationContext>
  )
}

/** Every form saves first; one that cannot keeps the person on its page. */
const leave = async (beforeLeave: ReadonlySet<BeforeLeave>): Promise<void> => {
  await Promise.all([...beforeLeave].map((run) => run()))
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
