import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../contract/queries/desk.ts'
import { useShell } from '../../ipc/clients.ts'
import { Panel } from '../../ui/panel.tsx'

/** What this device is: what support asks for first. */
export function DevicePanel({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation('settings')
  const shell = useShell()
  const info = useQuery({ queryKey: ['shell', 'info'], queryFn: () => shell.app.info() })
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t('device.deviceNo'), desk.deviceNo ?? t('device.none')],
    [t('device.center'), desk.center?.name ?? t('device.none')],
    [t('device.window'), desk.window?.name],
    [t('device.version'), desk.appVersion],
    [t('device.runtime'), info.data === undefined ? null : t('device.runtimeText', info.data)],
    [t('device.folder'), info.data?.printFolder],
  ]
  return (
    <Panel title={t('device.title')}>
      <dl className="settings-facts">
        {facts.map(([name, value]) =>
          value === null || value === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </Panel>
  )
}
