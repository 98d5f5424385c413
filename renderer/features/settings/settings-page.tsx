import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Desk, DeviceSettings } from '../../../contract/queries/desk.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { Banner } from '../../ui/banner.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SegmentedRadio } from '../../ui/segmented-radio.tsx'
import { DevicePanel } from './device-panel.tsx'
import { PrintPanel } from './print-panel.tsx'
import './settings-page.css'

/** How this device looks, locks and prints, and what it is. Each change is saved at once. */
export function SettingsPage({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation('settings')
  const host = useHost()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: (settings: DeviceSettings) => host.settings.save(settings),
    onSuccess: (next) => queries.setQueryData(['desk'], next),
  })
  // What was chosen shows at once; a failure shows what is in force again.
  const settings = save.isPending ? save.variables : desk.settings
  const change = (part: Partial<DeviceSettings>) => save.mutate({ ...settings, ...part })
  return (
    <div className="page-scroll">
      <header className="settings-head">
        <h1>{t('title')}</h1>
        <span className="muted small">{t('intro')}</span>
      </header>
      <div className="settings-cols">
        {save.error === null ? null : (
          <Banner tone="problem" title={t('failed')} code={errorText(save.error).code}>
            {errorText(save.error).text}
          </Banner>
        )}
        <Panel title={t('look.title')}>
          <div className="settings-fields">
            <SegmentedRadio
              label={t('look.theme')}
              value={settings.theme}
              onChange={(theme) => change({ theme })}
              options={themes.map((value) => ({ value, label: t(`look.themes.${value}`) }))}
            />
            <SegmentedRadio
              label={t('look.textSize')}
              value={settings.textSize}
              onChange={(textSize) => change({ textSize })}
              options={textSizes.map((value) => ({ value, label: t(`look.textSizes.${value}`) }))}
            />
          </div>
        </Panel>
        <Panel title={t('lock.title')}>
          <SegmentedRadio
            label={t('lock.minutes')}
            value={String(settings.idleMinutes)}
            onChange={(minutes) => change({ idleMinutes: Number(minutes) })}
            options={minutesOffered(settings.idleMinutes).map((n) => ({
              value: String(n),
              label: t('lock.option', { n }),
            }))}
            hint={t('lock.hint')}
          />
        </Panel>
        <PrintPanel printer={settings.printer} onChange={(printer) => change({ printer })} />
        <DevicePanel desk={desk} />
      </div>
    </div>
  )
}

const themes = ['light', 'contrast'] as const
const textSizes = ['window', 'large'] as const

/** The usual ones, and what is set if it is another. */
const minutesOffered = (set: number): readonly number[] => [...new Set([2, 5, 10, 15, set])].sort((a, b) => a - b)
