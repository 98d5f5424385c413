import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ConsoleDevice, Overview } from '../../contract/console.ts'
import { stamp } from '../i18n/dates.ts'
import { Banner } from '../ui/banner.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { Panel } from '../ui/panel.tsx'
import { Asked } from './asked.tsx'
import { useConsole } from './console-client.ts'
import { concernsOf } from './concerns.ts'
import { DeviceConcerns } from './device-state.tsx'
import '../ui/ledger-table.css'

/** How the center fares, and what somebody should look at. */
export function OverviewPage() {
  const { t } = useTranslation('console')
  const client = useConsole()
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => client.overview(), refetchInterval: 30_000 })
  return (
    <>
      <h1>{t('places.overview')}</h1>
      <Asked query={overview}>
        {(data) => (
          <>
            {data.moving ? <Banner tone="accent" title={t('overview.moving')} /> : null}
            {data.collecting ? <Banner tone="accent" title={t('overview.collecting')} /> : null}
            <Figures data={data} />
            <Concerned devices={data.devices} />
          </>
        )}
      </Asked>
    </>
  )
}

const count = (n: number): string => n.toLocaleString('en-US')

function Figures({ data }: { readonly data: Overview }) {
  const { t } = useTranslation('console')
  const when = (at: number | null): string => (at === null ? t('overview.never') : stamp(at))
  const { operations, safe, cases, records, quarantined, standbys, devices } = data
  return (
    <Panel title={t('overview.title')}>
      <FactList
        facts={[
          [t('overview.operations'), count(operations)],
          [
            t('overview.safe'),
            safe === operations ? t('overview.allSafe') : t('overview.someSafe', { n: count(operations - safe) }),
          ],
          [t('overview.cases'), count(cases)],
          [t('overview.records'), count(records)],
          [t('overview.quarantined'), count(quarantined)],
          [t('overview.devices'), count(devices.filter(({ revoked }) => !revoked).length)],
          [t('overview.standbys'), count(standbys)],
          [t('overview.backup'), when(data.verifiedBackupAt)],
          [t('overview.checkpoint'), when(data.checkpointAt)],
        ]}
      />
    </Panel>
  )
}

function Concerned({ devices }: { readonly devices: readonly ConsoleDevice[] }) {
  const { t } = useTranslation('console')
  const some = devices.filter((device) => concernsOf(device).length > 0)
  return (
    <Panel
      title={t('overview.concerned')}
      note={t('overview.concernedNote', { n: some.length })}
      padded={some.length === 0}
    >
      {some.length === 0 ? (
        <p className="muted">{t('overview.allWell')}</p>
      ) : (
        <table className="table" aria-label={t('overview.concerned')}>
          <thead>
            <tr>
              <th>{t('device.no')}</th>
              <th>{t('device.name')}</th>
              <th>{t('device.lastContact')}</th>
              <th>{t('device.state')}</th>
            </tr>
          </thead>
          <tbody>
            {some.map((device) => (
              <tr key={device.deviceNo}>
                <td className="num">{device.deviceNo}</td>
                <td>{device.name}</td>
                <td className="num">
                  {device.lastContactAt === null ? t('device.never') : stamp(device.lastContactAt)}
                </td>
                <td>
                  <DeviceConcerns device={device} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
