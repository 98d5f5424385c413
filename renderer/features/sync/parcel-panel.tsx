import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParcelNote } from '../../../contract/queries/parcels.ts'
import { timeOrStamp } from '../../i18n/dates.ts'
import { useHost } from '../../ipc/clients.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Progress } from '../../ui/progress.tsx'
import { type ParcelOutcome, ParcelOutcomeBanner } from './parcel-outcome.tsx'

/** What goes by stick where there is no network: one button for each way, how far it is, and how it ended. */
export function ParcelPanel({ today }: { readonly today: string }) {
  const { t } = useTranslation('sync')
  const host = useHost()
  const queries = useQueryClient()
  const [outcome, setOutcome] = useState<ParcelOutcome | null>(null)
  const parcels = useQuery({ queryKey: ['sync', 'parcels'], queryFn: () => host.sync.parcels() })
  const carry = useMutation({
    mutationFn: async (work: 'export' | 'import'): Promise<ParcelOutcome> => {
      if (work === 'export') {
        const made = await host.sync.exportParcel()
        return made.ok ? { work, done: made.value } : { work, problem: made.error }
      }
      const taken = await host.sync.importParcel()
      return taken.ok ? { work, done: taken.value } : { work, problem: taken.error }
    },
    onMutate: () => setOutcome(null),
    onSuccess: setOutcome,
    onError: (error, work) => setOutcome({ work, error }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sync'] }),
  })
  const running = parcels.data?.running ?? null
  const busy = carry.isPending || running !== null
  const noted = (note: ParcelNote | null | undefined) =>
    note === null || note === undefined
      ? t('parcel.never')
      : t('parcel.noted', { at: timeOrStamp(note.at, today), n: note.operations })

  return (
    <Panel title={t('parcel.title')}>
      <p>{t('parcel.intro')}</p>
      <p className="muted small">{t('parcel.files')}</p>
      <div className="parcel-acts">
        <Button icon="save" busy={busy} onPress={() => carry.mutate('export')}>
          {t('parcel.export')}
        </Button>
        <Button busy={busy} onPress={() => carry.mutate('import')}>
          {t('parcel.import')}
        </Button>
        <span className="muted small num">
          {t('parcel.lastOut')} {noted(parcels.data?.lastOut)}
        </span>
        <span className="muted small num">
          {t('parcel.lastIn')} {noted(parcels.data?.lastIn)}
        </span>
      </div>
      {running !== null ? (
        <Progress
          label={t(running.work === 'export' ? 'parcel.exporting' : 'parcel.importing')}
          {...(running.total === 0 ? {} : { value: Math.floor((100 * running.done) / running.total), max: 100 })}
          onCancel={() => void host.sync.cancelParcel().catch(() => undefined)}
        />
      ) : carry.isPending ? (
        <p role="status">{t('parcel.choosing')}</p>
      ) : null}
      {outcome === null ? null : <ParcelOutcomeBanner outcome={outcome} onDismiss={() => setOutcome(null)} />}
    </Panel>
  )
}
