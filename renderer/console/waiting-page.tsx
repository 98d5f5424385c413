import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WaitingIntake } from '../../contract/console-waiting.ts'
import { stamp } from '../i18n/dates.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Asked } from './asked.tsx'
import { useConsole } from './console-client.ts'
import { CopiesPanel } from './copies-panel.tsx'
import { IntakeDialog } from './intake-dialog.tsx'
import { PageHead } from './page-head.tsx'
import '../ui/ledger-table.css'

/** What nobody but a person may decide: CSL-11. */
export function WaitingPage() {
  const { t } = useTranslation('console')
  const client = useConsole()
  const waiting = useQuery({ queryKey: ['waiting'], queryFn: () => client.waiting.list(), refetchInterval: 30_000 })
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <>
      <PageHead title={t('places.waiting')} />
      <Asked query={waiting}>
        {({ intakes, devices }) => {
          const intake = intakes.find(({ deviceNo }) => deviceNo === opened)
          return (
            <>
              {intakes.length === 0 && devices.length === 0 ? <p className="muted">{t('waiting.none')}</p> : null}
              {intakes.length === 0 ? null : <Intakes intakes={intakes} onOpen={setOpened} />}
              {devices.map((device) => (
                <CopiesPanel key={device.deviceNo} device={device} />
              ))}
              {intake === undefined ? null : <IntakeDialog intake={intake} onClose={() => setOpened(null)} />}
            </>
          )
        }}
      </Asked>
    </>
  )
}

function Intakes({
  intakes,
  onOpen,
}: {
  readonly intakes: readonly WaitingIntake[]
  readonly onOpen: (deviceNo: string) => void
}) {
  const { t } = useTranslation('console')
  return (
    <Panel title={t('waiting.intakes')} note={t('waiting.intakesNote')} padded={false}>
      <table className="table" aria-label={t('waiting.intakes')}>
        <thead>
          <tr>
            <th>{t('device.no')}</th>
            <th>{t('device.name')}</th>
            <th>{t('waiting.operations')}</th>
            <th>{t('waiting.receivedAt')}</th>
            <th>{t('waiting.look')}</th>
          </tr>
        </thead>
        <tbody>
          {intakes.map(({ deviceNo, name, operations, receivedAt }) => (
            <tr key={deviceNo}>
              <td className="num">{deviceNo}</td>
              <td>{name}</td>
              <td className="num">{operations.toLocaleString('en-US')}</td>
              <td className="num">{stamp(receivedAt)}</td>
              <td>
                <Button size="sm" onPress={() => onOpen(deviceNo)} label={deviceNo}>
                  {t('waiting.look')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
