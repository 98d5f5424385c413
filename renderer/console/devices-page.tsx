import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConsoleDevice } from '../../contract/console.ts'
import { stamp } from '../i18n/dates.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { useToast } from '../ui/toast-store.ts'
import { Asked } from './asked.tsx'
import { useConsole } from './console-client.ts'
import { DeviceState } from './device-state.tsx'
import { EnrolCodeDialog } from './enrol-code-dialog.tsx'
import { failureText } from './failure-text.ts'
import { PageHead } from './page-head.tsx'

/** Devices of the center: who they are, how they fare; new ones are let in and lost ones put out of use. */
export function DevicesPage() {
  const { t } = useTranslation('console')
  const client = useConsole()
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => client.overview(), refetchInterval: 30_000 })
  const [selected, setSelected] = useState<string | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const columns = useMemo(
    (): readonly DataColumn<ConsoleDevice>[] => [
      { id: 'no', header: t('device.no'), width: 80, cell: ({ deviceNo }) => <span className="num">{deviceNo}</span> },
      { id: 'name', header: t('device.name'), width: 'grow', cell: ({ name }) => name },
      { id: 'scope', header: t('device.scope'), width: 110, cell: ({ scope }) => t(`scope.${scope}`) },
      {
        id: 'contact',
        header: t('device.lastContact'),
        width: 150,
        cell: ({ lastContactAt }) => (lastContactAt === null ? t('device.never') : stamp(lastContactAt)),
      },
      { id: 'version', header: t('device.version'), width: 90, from: 1000, cell: ({ appVersion }) => appVersion },
      {
        id: 'backlog',
        header: t('device.backlog'),
        width: 80,
        align: 'right',
        cell: ({ backlog }) => (backlog === 0 ? '' : backlog.toLocaleString('en-US')),
      },
      { id: 'state', header: t('device.state'), width: 'grow', cell: (device) => <DeviceState device={device} /> },
    ],
    [t],
  )
  return (
    <>
      <PageHead title={t('places.devices')}>
        <Button variant="primary" icon="plus" onPress={() => setAdding(true)}>
          {t('enrol.open')}
        </Button>
      </PageHead>
      <Asked query={overview}>
        {({ devices }) => {
          const device = devices.find(({ deviceNo }) => deviceNo === opened)
          return (
            <>
              <DataTable
                label={t('places.devices')}
                columns={columns}
                rows={devices}
                rowId={({ deviceNo }) => deviceNo}
                rowCount={devices.length}
                selectedId={selected}
                onSelect={({ deviceNo }) => setSelected(deviceNo)}
                onOpen={({ deviceNo }) => setOpened(deviceNo)}
                empty={<EmptyState title={t('device.none')}>{t('device.noneHint')}</EmptyState>}
              />
              {device === undefined ? null : <DeviceDialog device={device} onClose={() => setOpened(null)} />}
            </>
          )
        }}
      </Asked>
      {adding ? <EnrolCodeDialog onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function DeviceDialog({ device, onClose }: { readonly device: ConsoleDevice; readonly onClose: () => void }) {
  const { t } = useTranslation('console')
  const client = useConsole()
  const queries = useQueryClient()
  const toast = useToast()
  const [asked, setAsked] = useState(false)
  const { deviceNo } = device
  const revoke = useMutation({
    mutationFn: () => client.devices.revoke({ deviceNo }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      toast({ kind: 'done', text: t('revoke.done', { deviceNo }) })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('device.title', { deviceNo, name: device.name })}
      footer={
        <>
          <Button onPress={onClose}>{t('close')}</Button>
          {device.revoked ? null : (
            <Button
              variant={asked ? 'primary' : 'plain'}
              busy={revoke.isPending}
              onPress={() => (asked ? revoke.mutate() : setAsked(true))}
            >
              {t(asked ? 'revoke.sure' : 'revoke.ask')}
            </Button>
          )}
        </>
      }
    >
      <FactList
        facts={[
          [t('device.scope'), t(`scope.${device.scope}`)],
          [t('device.lastContact'), device.lastContactAt === null ? t('device.never') : stamp(device.lastContactAt)],
          [t('device.version'), device.appVersion],
          [t('device.backlog'), device.backlog.toLocaleString('en-US')],
          [t('device.lastFailure'), device.lastFailure],
          [t('device.state'), <DeviceState key="state" device={device} />],
        ]}
      />
      {asked ? <Banner title={t('revoke.what')}>{t('revoke.after')}</Banner> : null}
      {revoke.error === null ? null : <Banner tone="problem" title={failureText(revoke.error)} />}
    </Dialog>
  )
}
