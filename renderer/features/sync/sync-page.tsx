import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../contract/queries/desk.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { AfterAMoment, Progress } from '../../ui/progress.tsx'
import { ContactsPanel } from './contacts-panel.tsx'
import { ConflictPanel } from './conflict-panel.tsx'
import { FilesPanel } from './files-panel.tsx'
import { ParcelPanel } from './parcel-panel.tsx'
import { StatePanel } from './state-panel.tsx'
import { WaitingPanel } from './waiting-panel.tsx'
import './sync-page.css'

/** What waits, what a person must look at, and how the exchange stands. */
export function SyncPage({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation(['sync', 'frame'])
  const host = useHost()
  const queries = useQueryClient()
  const report = useQuery({ queryKey: ['sync', 'report'], queryFn: () => host.sync.report() })
  const exchange = useMutation({
    mutationFn: () => host.sync.now(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sync'] }),
  })
  const state = report.data?.status.state
  const busy = exchange.isPending || state === 'sending'
  const run = () => (busy ? undefined : exchange.mutate())
  useKeys([{ keys: 'F9', label: t('keys.now'), enabled: state !== undefined && state !== 'not_enrolled', run }])
  const error = report.error ?? exchange.error

  return (
    <div className="page-scroll">
      <header className="sync-head">
        <h1>{t('title')}</h1>
        <span className="muted small">{t('intro')}</span>
        <span className="grow" />
        {state === undefined || state === 'not_enrolled' ? null : (
          <Button variant="primary" icon="sync" keys="F9" busy={busy} onPress={run} autoFocus>
            {t('now')}
          </Button>
        )}
      </header>
      <div className="sync-cols">
        {error === null ? null : (
          <Banner
            tone="problem"
            title={t('failed')}
            code={errorText(error).code}
            actions={
              <Button size="sm" onPress={() => void report.refetch()}>
                {t('frame:retry')}
              </Button>
            }
          >
            {errorText(error).text}
          </Banner>
        )}
        {report.data === undefined ? (
          error === null ? (
            <AfterAMoment>
              <Progress label={t('loading')} />
            </AfterAMoment>
          ) : null
        ) : (
          <>
            <StatePanel report={report.data} today={desk.today} />
            <ConflictPanel />
            <WaitingPanel waiting={report.data.waiting} status={report.data.status} />
            <FilesPanel />
            <ContactsPanel today={desk.today} />
            {state === 'not_enrolled' || state === 'revoked' ? null : <ParcelPanel today={desk.today} />}
          </>
        )}
      </div>
    </div>
  )
}
