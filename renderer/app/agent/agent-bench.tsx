import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useHost } from '../../ipc/clients.ts'
import { useConnection } from '../../ipc/use-connection.ts'
import { useKeys, useShownKeys } from '../../keyboard/keyboard-context.ts'
import { NavigationContext } from '../../navigation/navigation-context.ts'
import { current } from '../../navigation/route.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ProductMark } from '../../ui/product-mark.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { ErrorBoundary } from '../error-boundary.tsx'
import { ClockWarning } from '../frame/clock-warning.tsx'
import { Clock } from '../frame/clock.tsx'
import { SyncButton } from '../frame/sync-button.tsx'
import { UserMenu } from '../frame/user-menu.tsx'
import { useIdle } from '../idle.ts'
import { useBenchNavigation } from '../use-bench-navigation.ts'
import { useTitle } from '../use-title.ts'
import type { WorkbenchProps } from '../workbench.tsx'
import { AgentPage } from './agent-page.tsx'
import { agentSectionOf, agentSections, type AgentSection } from './agent-sections.ts'
import '../frame/frame.css'
import './agent-bench.css'

/** The frame of a village's agent: few places, in large type, whatever is on them (product.md, agent mode). */
export function AgentBench({ desk, user, memory, onMemoryChange, onLock, onSignOut }: WorkbenchProps) {
  const { t } = useTranslation(['agent', 'frame'])
  const host = useHost()
  const connection = useConnection()
  const sync = useQuery({ queryKey: ['sync', 'status'], queryFn: () => host.sync.status() })
  const toNext = useRef<() => void>(() => undefined)
  const { navigation, fact, endBy } = useBenchNavigation({ memory, onMemoryChange, toNext })
  const route = current(memory.history)
  const section = agentSectionOf(route.page)
  useTitle(t('frame:title', { page: t('bench.title', { page: t(`nav.${section}`) }) }))
  const lock = () => endBy(onLock)
  const open = (to: AgentSection['section']) => {
    const found = agentSections.find((each) => each.section === to)
    if (found !== undefined) navigation.go(found.route)
  }
  useIdle(desk.settings.idleMinutes * 60_000, lock)
  useKeys([
    { keys: 'F2', frame: true, run: () => navigation.go({ page: 'intake', draftId: null }) },
    ...agentSections.map(({ section: to, keys }, index) => ({
      keys,
      frame: true,
      run: () => open(to),
      ...(index === agentSections.length - 1
        ? { label: t('frame:keys.sections'), shown: `Alt 1–${keys.slice(-1)}` }
        : {}),
    })),
    {
      keys: 'Esc',
      label: t('frame:keys.back'),
      frame: true,
      enabled: memory.history.length > 1,
      run: navigation.back,
    },
    { keys: 'Ctrl L', label: t('frame:keys.lock'), frame: true, always: true, run: lock },
  ])
  return (
    <NavigationContext value={navigation}>
      <div className="agent-frame">
        <header className="agent-top">
          <ProductMark />
          <b className="agent-place">{desk.window?.name ?? desk.center?.name ?? desk.deviceNo}</b>
          <nav aria-label={t('nav.label')}>
            {agentSections.map(({ section: to, keys }) => (
              <button
                key={to}
                type="button"
                className="agent-tab"
                aria-current={to === section ? 'page' : undefined}
                aria-keyshortcuts={keys.replace(' ', '+')}
                onClick={() => open(to)}
              >
                {t(`nav.${to}`)}
              </button>
            ))}
          </nav>
          <span className="grow" />
          <SyncButton today={desk.today} onOpen={() => open('sync')} />
          <Clock />
          <UserMenu user={user} onSignOut={() => endBy(onSignOut)} />
          <Button icon="lock" keys="Ctrl L" label={t('frame:user.lock')} onPress={lock} />
        </header>
        <main className="agent-content">
          {connection.status === 'ready' ? null : <Banner title={t('frame:reconnecting')} />}
          <ClockWarning offMs={sync.data?.clockOffMs} />
          <ErrorBoundary key={JSON.stringify(route)}>
            <AgentPage
              route={route}
              desk={desk}
              user={user}
              list={memory.list}
              onListChange={(list) => onMemoryChange((before) => ({ ...before, list }))}
            />
          </ErrorBoundary>
        </main>
        <Keys fact={fact} />
      </div>
    </NavigationContext>
  )
}

function Keys({ fact }: { readonly fact: Parameters<typeof StatusLine>[0]['fact'] }) {
  const { t } = useTranslation('frame')
  const keys = useShownKeys().map(({ keys: name, shown, label }) => ({ keys: shown ?? name, label: label ?? '' }))
  return <StatusLine keys={keys} label={t('keys.label')} fact={fact} />
}
