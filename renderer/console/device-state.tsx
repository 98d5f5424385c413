import { useTranslation } from 'react-i18next'
import type { ConsoleDevice } from '../../contract/console.ts'
import { Mark } from '../ui/mark.tsx'
import { concernsOf } from './concerns.ts'

/** What is to be looked after at a device, in words. */
export function DeviceConcerns({ device }: { readonly device: ConsoleDevice }) {
  const { t } = useTranslation('console')
  const { backlog, failures, disputed, lastFailure } = device
  return (
    <>
      {concernsOf(device).map((concern) => (
        <span key={concern} className="csl-concern">
          <Mark name="cross" /> {t(`concern.${concern}`, { backlog, failures, disputed, code: lastFailure ?? '' })}
        </span>
      ))}
    </>
  )
}

/** Out of use, well, or what is to be looked after. */
export function DeviceState({ device }: { readonly device: ConsoleDevice }) {
  const { t } = useTranslation('console')
  if (device.revoked) return <span className="muted">{t('device.revoked')}</span>
  if (concernsOf(device).length > 0) return <DeviceConcerns device={device} />
  return (
    <>
      <Mark name="done" /> {t('device.well')}
    </>
  )
}
