import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../contract/queries/desk.ts'
import { EnrolPage } from '../features/enrol/enrol-page.tsx'
import { CustomerScreen } from '../features/rating/customer-screen.tsx'
import { LockPage } from '../features/sign-in/lock-page.tsx'
import { SignInPage } from '../features/sign-in/sign-in-page.tsx'
import { errorText } from '../i18n/error-text.ts'
import { useHost } from '../ipc/clients.ts'
import { useChanges } from '../ipc/use-changes.ts'
import { useRebuild } from '../ipc/use-rebuild.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { AfterAMoment, Progress } from '../ui/progress.tsx'
import { warnBy } from '../time-thresholds.ts'
import { countWith } from '../work-calendar.ts'
import { AgentBench } from './agent/agent-bench.tsx'
import { memoryOf, type SessionMemory } from './session-memory.ts'
import { useLook } from './use-look.ts'
import { useNewDay } from './use-new-day.ts'
import { useTitle } from './use-title.ts'
import { Workbench } from './workbench.tsx'

/** What is shown follows from the desk alone: first use, sign-in, locked, or the workbench. */
export function App() {
  const { t } = useTranslation(['frame', 'sign-in', 'enrol', 'customer'])
  const host = useHost()
  const queries = useQueryClient()
  useChanges()
  const desk = useQuery({ queryKey: ['desk'], queryFn: () => host.desk.get() })
  useLook(desk.data?.settings, desk.data?.user?.role === 'agent' ? 'agent' : null)
  const [memory, setMemory] = useState<SessionMemory | null>(null)
  const userId = desk.data?.user?.id ?? null
  // Everything that was reckoned from the date is reckoned anew.
  useNewDay(desk.data?.today ?? null, () => void queries.invalidateQueries())

  const change = useCallback(
    (next: (memory: SessionMemory) => SessionMemory) => {
      if (userId !== null) setMemory((before) => next(memoryOf(before, userId)))
    },
    [userId],
  )
  const setDesk = (next: Desk) => queries.setQueryData(['desk'], next)
  /** Nothing that was fetched for one person is left for whoever comes next. */
  const forget = () => queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'desk' })
  const lock = async () => {
    setDesk(await host.desk.lock())
    forget()
  }
  const signOut = async () => {
    setDesk(await host.desk.signOut())
    setMemory(null)
    forget()
  }

  if (desk.data === undefined) return <Starting error={desk.error} onRetry={() => void desk.refetch()} />
  countWith(desk.data.notices)
  warnBy(desk.data.thresholds)
  const { enrolled, user, locked, rating } = desk.data
  if (!enrolled) {
    return (
      <Titled page={t('enrol:pageTitle')}>
        <EnrolPage desk={desk.data} onDone={setDesk} />
      </Titled>
    )
  }
  if (user === null) {
    return (
      <Titled page={t('sign-in:pageTitle')}>
        <SignInPage desk={desk.data} onDone={setDesk} />
      </Titled>
    )
  }
  if (rating !== null) {
    return (
      <Titled page={t('customer:pageTitle')}>
        <CustomerScreen desk={desk.data} asked={rating} onClosed={setDesk} />
      </Titled>
    )
  }
  if (locked) {
    // A failed sign-out leaves the desk locked, which is what the next person sees anyway.
    const other = () => void signOut().catch(() => undefined)
    return (
      <Titled page={t('sign-in:lockedTitle')}>
        <LockPage desk={desk.data} user={user} onDone={setDesk} onSignOut={other} />
      </Titled>
    )
  }
  // Whoever does errands for a village has its few pages, in large type, whatever device he sits at.
  const Bench = user.role === 'agent' ? AgentBench : Workbench
  return (
    <Bench
      key={user.id}
      desk={desk.data}
      user={user}
      memory={memoryOf(memory, user.id)}
      onMemoryChange={change}
      onLock={lock}
      onSignOut={signOut}
    />
  )
}

function Titled({ page, children }: { readonly page: string; readonly children: ReactNode }) {
  const { t } = useTranslation('frame')
  useTitle(t('title', { page }))
  return children
}

function Starting({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation('frame')
  const rebuild = useRebuild()
  return (
    <main className="starting">
      {error === null && rebuild !== null ? (
        <Progress label={t('rebuilding')} value={rebuild.done} max={rebuild.total} />
      ) : error === null ? (
        <AfterAMoment ms={400}>
          <Progress label={t('starting')} />
        </AfterAMoment>
      ) : (
        <Banner
          tone="problem"
          title={t('loadFailed')}
          code={errorText(error).code}
          actions={<Button onPress={onRetry}>{t('retry')}</Button>}
        >
          {errorText(error).text}
        </Banner>
      )}
    </main>
  )
}
